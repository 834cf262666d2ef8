import type { Words } from '../en/index.ts';

export const lineTypes: Words['lineTypes'] = {
  mobile: 'Un teléfono móvil. Los mensajes pueden llegar.',
  landline: 'Un teléfono fijo. Los mensajes no llegan; se puede guardar para llamadas.',
  fixedVoip: 'Un teléfono de oficina o de cable. Puede que los mensajes no lleguen.',
  nonFixedVoip: 'Un número de internet que puede recibir mensajes.',
  tollFree: 'Un número gratuito. Los mensajes no llegan.',
  personal: 'Un número personal que desvía a otra línea.',
  premium: 'Un número de tarificación especial. No puede recibir mensajes.',
  sharedCost: 'Un número de coste compartido. No puede recibir mensajes.',
  uan: 'Un número de empresa para todas sus oficinas. Los mensajes no llegan.',
  voicemail: 'Un número de buzón de voz. No puede recibir mensajes.',
  pager: 'Un buscapersonas. No puede recibir mensajes.',
  unknown: 'No se conoce el tipo de línea. Aun así puede enviar.',
};

export const lineResults: Words['lineResults'] = {
  unchecked: 'Sin comprobar todavía. Comprobar es recomendable, no obligatorio.',
  valid: 'Los mensajes pueden llegar.',
  may_not_get_texts: 'Puede que los mensajes no lleguen.',
  not_textable: 'Los mensajes no llegan; se puede guardar para llamadas.',
  not_a_number: 'Ese número no está en uso.',
  inconclusive: 'La comprobación no dio resultado. Aun así puede enviar.',
};
