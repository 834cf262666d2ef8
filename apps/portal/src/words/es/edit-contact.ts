import type { Words } from '../en/index.ts';

export const editContact: Words['editContact'] = {
  loading: 'Editar un contacto',
  title: (name) => `Editar ${name}`,
  newNumber:
    'Un número nuevo empieza de cero: validación, bienvenida y conformidad. Los mensajes en espera se anulan y los enlaces anteriores dejan de funcionar.',
  swapInstead: (name) => `Intercambiar la posición con ${name}`,
  nameQuestion: {
    title: (from, to) => `${from} ya recibió la bienvenida. ¿${to} es la misma persona?`,
    spelling: 'La misma persona, mejor escrita',
    spellingHint: 'Todo se conserva.',
    anotherPerson: 'Otra persona',
    anotherPersonHint:
      'Bienvenida y conformidad empiezan de nuevo; los enlaces anteriores dejan de funcionar.',
  },
  somebodyElse: {
    title: 'Alguien fue más rápido',
    somebody: 'Alguien',
    changed: (who, fields) => (fields === '' ? `${who} cambió esto` : `${who} cambió: ${fields}`),
    both: (field, mine, theirs) => `${field}: usted escribió «${mine}», ahora es «${theirs}».`,
    take: (theirs) => `Tomar «${theirs}»`,
    kept: 'Lo que escribió sigue aquí, encima de ese cambio. Revíselo y guarde de nuevo.',
  },
};

export const editSite: Words['editSite'] = { title: 'Editar el sitio' };

export const removeContact: Words['removeContact'] = {
  remove: 'Quitar de la lista',
  removing: 'Quitando…',
  keep: 'Conservar',
  question: (name) => `¿Quitar a ${name} de la lista?`,
  meaning:
    'Los mensajes en espera se anulan y los enlaces dejan de funcionar. Lo que aceptó o rechazó se conserva y vuelve a valer si regresa.',
};

export const slots: Words['slots'] = {
  title: 'Números de posición',
  intro:
    'Los números que los contactos tienen en el programa de la central, de 1 a 999. Todos se guardan en un solo paso, así que dos pueden intercambiarse.',
  of: (name) => `Posición de ${name}`,
  swap: (name, other) => `Intercambiar ${name} y ${other}`,
};
