import type { FieldWords } from './field-errors.ts';

const LINE: FieldWords['accepted'] = ([min, max]) =>
  `de ${min ?? '1'} a ${max ?? ''} caracteres en una línea, en cualquier escritura`;
const PHONE =
  'un móvil como se escribe en el país, o cualquier número que empiece con + y el código de su país';

/** Why a field was refused, in Spanish. */
export const fieldWordsEs = {
  'phone.empty': { message: 'No se introdujo ningún teléfono.', accepted: PHONE },
  'phone.letters': { message: 'Un número de teléfono no lleva letras.', accepted: PHONE },
  'phone.emergency': { message: 'Este es un número de emergencias.', accepted: PHONE },
  'phone.extension': { message: 'No se puede enviar un mensaje a una extensión.', accepted: PHONE },
  'phone.too_short': { message: 'El número es demasiado corto.', accepted: PHONE },
  'phone.too_long': { message: 'El número es demasiado largo.', accepted: PHONE },
  'phone.unknown_country_code': { message: 'Ningún país tiene este código.', accepted: PHONE },
  'phone.not_a_number': { message: 'Esto no es un número de teléfono.', accepted: PHONE },
  'phone.not_in_numbering_plan': { message: 'No existe ese número en este país.', accepted: PHONE },
  'phone.taken': {
    message: 'Otro contacto de este sitio tiene este número.',
    accepted: 'un número que no tenga ningún otro contacto del sitio',
  },
  'slotNumber.taken': {
    message: 'Otro contacto tiene este número de posición.',
    accepted: 'un número de posición libre, o ninguno',
  },
  'slotNumber.out_of_range': {
    message: 'Esto no es un número de posición.',
    accepted: ([min, max]) => `un número entero de ${min ?? '1'} a ${max ?? '999'}`,
  },
  'accountNumber.taken': {
    message: 'Otro sitio tiene este número de cuenta.',
    accepted: 'un número que no tenga otro de sus sitios',
  },
  'accountNumber.archived': {
    message: 'El sitio con este número de cuenta está archivado.',
    accepted: 'el número de un sitio en uso, o recupere antes el sitio',
  },
  'minimumReachable.out_of_range': {
    message: 'Esa cantidad no es posible.',
    accepted: 'un número entero de 1 a 9',
  },
  'nameChange.needed': {
    message: 'Un nombre cambiado en un contacto ya bienvenido puede significar dos cosas.',
    accepted: 'la misma persona mejor escrita, u otra persona',
  },
  'password.too_short': {
    message: 'Esta contraseña es demasiado corta.',
    accepted: 'de 10 a 128 caracteres',
  },
  'password.too_long': {
    message: 'Esta contraseña es demasiado larga.',
    accepted: 'de 10 a 128 caracteres',
  },
  empty: { message: 'No se introdujo nada.', accepted: LINE },
  too_long: { message: 'Son demasiados caracteres.', accepted: LINE },
  unreadable_characters: { message: 'Contiene saltos de línea o caracteres invisibles.', accepted: LINE },
  no_letters: { message: 'No contiene ninguna letra ni cifra.', accepted: LINE },
  not_an_email: {
    message: 'Esto no es un correo electrónico.',
    accepted: 'una dirección como dana@example.com',
  },
  needs_email: {
    message: 'La verificación de alarmas por correo necesita un correo.',
    accepted: 'un correo, o la opción desactivada',
  },
  unknown_language: { message: 'No hay textos en este idioma.', accepted: 'en, es, fr o ar' },
  unknown_country: {
    message: 'No existe ese país.',
    accepted: 'un código de dos letras como US o CA',
  },
  unknown_time_zone: {
    message: 'No existe esa zona horaria.',
    accepted: 'un nombre como America/Chicago',
  },
  not_yes_or_no: { message: 'Esto no es ni sí ni no.', accepted: 'yes o no; vacío para sí' },
} satisfies Readonly<Record<string, FieldWords>>;
