import { AUDIT_WORDS } from '@keyholder/domain/words/audit-words-es';
import type { Words } from '../en/index.ts';

export const audit: Words['audit'] = {
  title: 'Auditoría',
  intro: 'Quién hizo qué, cuándo y desde dónde. Aquí nada se puede cambiar ni borrar.',
  of: 'De',
  dealer: 'Este distribuidor',
  company: 'La empresa y todos sus distribuidores',
  search: 'Buscar',
  searchHint: 'Quién, qué, un sitio, un contacto o una dirección.',
  since: 'Desde',
  until: 'Hasta',
  export: 'Exportar como CSV',
  none: 'No se encontró nada.',
  more: 'Mostrar más',
  from: (address) => `desde ${address}`,
  details: 'Detalles',
  actors: {
    person: 'Persona',
    api_key: 'Clave de API',
    support: 'Soporte',
    contact: 'Contacto',
    system: 'Keyholder',
  },
  somebody: 'Alguien',
  actions: AUDIT_WORDS,
};
