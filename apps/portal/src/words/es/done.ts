import type { Words } from '../en/index.ts';

export const done: Words['done'] = {
  sent: (name) => `Mensaje de bienvenida a ${name}: entregado al operador. El estado cambia solo.`,
  created: (name) => `Se añadió a ${name}. El mensaje de bienvenida puede enviarse cuando quiera.`,
  saved: (name) => `Guardado: ${name}.`,
  removed: (name) => `${name} salió de la lista.`,
  restored: (name) =>
    `${name} está otra vez en la lista. Los enlaces anteriores siguen sin servir; envíe el mensaje de nuevo.`,
  asked: (name) =>
    `Se preguntó a soporte por ${name}. La respuesta llega por correo y se ve en los detalles.`,
  undo: 'Deshacer',
  restoring: 'Devolviendo…',
};
