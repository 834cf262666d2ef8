import type { Words } from '../en/index.ts';

export const company: Words['company'] = {
  title: 'Empresa',
  name: 'Nombre de la empresa',
  ceiling: 'Mensajes de bienvenida al día, por distribuidor',
  ceilingHint:
    'Más se rechazan hasta la medianoche UTC, para que una clave robada no dispare la factura. De 0 a 100 000.',
  evidenceYears: 'Años que se guardan las pruebas tras quitar un contacto',
  evidenceYearsHint:
    'Después se elimina lo que prueba el consentimiento de la persona; queda constancia de que se eliminó. De 1 a 20.',
  needNumber: 'Introduzca un número entero.',
  save: 'Guardar',
  saved: 'Guardado.',
  dealers: 'Distribuidores',
  dealerSites: (count) => (count === 1 ? '1 sitio' : `${count} sitios`),
  dealerPeople: (count) => (count === 1 ? '1 persona' : `${count} personas`),
  dealerToday: (count, ceiling) => `${count} de ${ceiling} mensajes de bienvenida hoy`,
  actFor: 'Abrir',
  acting: 'abierto ahora',
  addDealer: 'Añadir un distribuidor',
  added: 'Se ha añadido el distribuidor.',
  dealerName: 'Nombre del distribuidor',
  needDealerName: 'Introduzca el nombre del distribuidor.',
  adding: 'Añadiendo…',
};
