import type { Words } from '../en/index.ts';

export const support: Words['support'] = {
  heading: 'Soporte',
  support: 'Soporte',
  open: 'Abierto.',
  closed: 'Cerrado.',
  openedBy: (who) => `Preguntó ${who}`,
  disputedShort: 'Se discute la comprobación: es un móvil.',
  title: (name) => `Preguntar a soporte por ${name}`,
  intro:
    'Se adjunta todo lo que se sabe: la cronología, los códigos del proveedor y el operador. La respuesta llega por correo y se ve en los detalles del contacto.',
  disputed: (chip) => `La comprobación dice «${chip}». Yo lo sé mejor: es un móvil que recibe mensajes.`,
  message: '¿Qué debe saber soporte?',
  messageHint: 'Por ejemplo, lo que le dijo el cliente. Como máximo 2000 caracteres.',
  ask: 'Preguntar a soporte',
  asking: 'Preguntando…',
};

export const replies: Words['replies'] = {
  title: (name) => `${name} ha respondido`,
  markRead: 'Marcar como leído',
  marking: 'Marcando…',
  marked: 'Marcado como leído.',
  optOut: 'No quiere más mensajes',
  optingOut: 'Dando de baja…',
  optOutHint:
    'Una baja vale para todos los sitios y usted no puede retirarla: solo esa persona, enviando START.',
};
