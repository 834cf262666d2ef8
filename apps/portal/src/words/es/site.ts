import type { Words } from '../en/index.ts';

export const site: Words['site'] = {
  back: 'Todos los sitios',
  general: 'General',
  contacts: 'Contactos',
  addContact: 'Añadir un contacto',
  localTime: (time) => `allí son las ${time}`,
  labelledAs: 'Los contactos leen',
  minimum: (count) => (count === 1 ? '1 número' : `${count} números distintos`),
  emptyTitle: 'Aquí todavía no se puede escribir a nadie',
  emptyText:
    'Añada a las personas que pueden decidir sobre una alarma en este sitio: propietario, encargado, responsables de llaves. Cada una recibe un mensaje de bienvenida y confirma.',
  slot: (number) => `Posición ${number}`,
  details: (name) => `Detalles de ${name}`,
  detailsShort: 'Detalles',
  statusChanged: (name, status) => `${name}: ${status}`,
  print: 'Imprimir',
};
