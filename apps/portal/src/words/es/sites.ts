import type { Words } from '../en/index.ts';

export const sites: Words['sites'] = {
  title: 'Sitios',
  search: 'Buscar sitios',
  searchHint: 'Nombre, número de cuenta, abonado, dirección, contacto o teléfono',
  clearSearch: 'Borrar la búsqueda',
  searching: 'Buscando…',
  add: 'Añadir un sitio',
  list: 'Sitios',
  filter: 'Qué sitios',
  all: 'Todos',
  belowMinimum: 'Bajo el mínimo',
  noneBelow: 'Todos los sitios llegan a su mínimo.',
  noneBelowText:
    'En cada uno se puede escribir a suficientes personas. Un sitio que baje del mínimo aparece aquí solo.',
  showArchived: 'Sitios archivados',
  showInUse: 'Sitios en uso',
  archivedIntro: 'Sitios archivados. Abra uno para recuperarlo.',
  noneArchived: 'No hay sitios archivados.',
  noneArchivedText:
    'Un sitio archivado no envía mensajes a nadie. Desde aquí se puede recuperar en cualquier momento.',
  columns: { site: 'Sitio', account: 'Cuenta', subscriber: 'Abonado', reachability: 'Alcance' },
  more: 'Mostrar más sitios',
  shown: (count, more) => `${count}${more ? ' o más' : ''} ${count === 1 && !more ? 'sitio' : 'sitios'}`,
  emptyTitle: 'Empiece con un sitio',
  emptyText:
    'Un sitio es un lugar con alarma y una lista de personas a las que un operador puede escribir cuando suena.',
  emptySteps: [
    'Añada el sitio, con el número de cuenta que tiene en la central.',
    'Añada a las personas que pueden decidir y compruebe que sus números son móviles.',
    'Envíe a cada una un mensaje de bienvenida. Cuando confirman, se ponen azules.',
  ],
  nothingFound: (search) => `Ningún sitio coincide con «${search}»`,
  nothingFoundAdvice:
    'Pruebe con parte del nombre, el número de cuenta, el abonado, la dirección, el nombre de un contacto o un teléfono.',
};

export const addSite: Words['addSite'] = {
  title: 'Añadir un sitio',
  name: 'Nombre del sitio',
  accountNumber: 'Número de cuenta',
  accountNumberHint: 'El número que esta cuenta tiene en la central.',
  subscriberName: 'Nombre del abonado',
  subscriberNameHint:
    'Con quién está el contrato. El mensaje de bienvenida dice que esa persona nombró al contacto.',
  address: 'Dirección',
  addressHint:
    'Solo para usted. Los contactos no la ven: un número equivocado no debe conocer un lugar con alarma.',
  country: 'País',
  countryHint: 'El país en el que se leen los teléfonos.',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Tomada de este equipo. Los mensajes en espera salen de día según el sitio.',
  language: 'Idioma de los mensajes',
  languageOfBrand: 'El mismo que la marca',
  minimumReachable: 'Mínimo alcanzable',
  minimumReachableHint: 'Cuántos números distintos deben ser alcanzables, de 1 a 9.',
  contactLabel: 'Lo que leen los contactos',
  contactLabelHint: 'Cómo nombran el sitio los mensajes y la página. Vacío: el nombre del sitio.',
  submit: 'Añadir sitio',
  submitting: 'Añadiendo…',
};
