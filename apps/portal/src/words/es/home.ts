import type { Words } from '../en/index.ts';

export const home: Words['home'] = {
  title: 'Inicio',
  overview: 'Sitios que alcanzan su mínimo',
  ofSites: (sites, count) =>
    count === 1 ? `de ${sites} sitio alcanza su mínimo` : `de ${sites} sitios alcanzan su mínimo`,
  people: (reachable, contacts, count) =>
    count === 1
      ? `Se puede escribir ahora sobre una alarma a ${reachable} de ${contacts} contacto`
      : `Se puede escribir ahora sobre una alarma a ${reachable} de ${contacts} contactos`,
  worklist: 'Qué hacer ahora',
  filter: 'Mostrar solo un tipo de paso',
  all: 'Todo',
  more: 'Mostrar más',
  nothingToDo: 'Aquí no hay nada que hacer. Lo que cambie aparece solo.',
  manyAtOnce: 'Hacerlo para todos a la vez',
  reachable: (reachable, minimum) => `${reachable} de ${minimum} necesarios`,
  needsPeople: (contacts) =>
    contacts === 0
      ? 'Todavía no hay nadie en la lista.'
      : 'Se atendió a todos los de la lista y siguen siendo pocos.',
  actions: {
    read_reply: 'Leer la respuesta',
    send: 'Enviar la bienvenida',
    validate: 'Validar',
    resend: 'Enviar de nuevo',
    correct_number: 'Corregir el número',
    ask_support: 'Preguntar a soporte',
    call_customer: 'Llamar',
    add_contact: 'Añadir un contacto',
    wait: 'Esperar',
  },
  steps: {
    read_reply: (name) => `${name} ha respondido`,
    send: (name) => `Envíe a ${name} el mensaje de bienvenida`,
    validate: (name) => `Compruebe el número de ${name}`,
    resend: (name) => `Envíe el mensaje a ${name} otra vez`,
    correct_number: (name) => `Corrija el número de ${name}`,
    ask_support: (name) => `Pregunte a soporte por ${name}`,
    call_customer: (name) => `Llame a ${name}`,
    add_contact: () => 'Añada a alguien que pueda decidir',
    wait: (name) => `Esperando a ${name}`,
  },
  doAdd: (site) => `Añadir un contacto a ${site}`,
  doCorrect: (name) => `Corregir el número de ${name}`,
  doAsk: (name) => `Preguntar a soporte por ${name}`,
  doRead: (name) => `Leer la respuesta de ${name}`,
  doCall: (name) => `Llamar a ${name}`,
};
