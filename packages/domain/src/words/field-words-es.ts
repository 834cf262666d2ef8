import type { FieldWords } from './field-errors.ts';

const LINE: FieldWords['accepted'] = ([min, max]) =>
  `de ${min ?? '1'} a ${max ?? ''} caracteres en una línea, en cualquier escritura`;
const PHONE =
  'un móvil como se escribe en el país, o cualquier número que empiece con + y el código de su país';

const EXPIRY: FieldWords['accepted'] = ([days]) =>
  `un momento dentro de los próximos ${days ?? ''} días, o ninguno`;
const RANGE: FieldWords['accepted'] = ([min, max]) => `un número entero de ${min ?? '0'} a ${max ?? ''}`;
const NOT_DAYS = 'Eso no es una cantidad de días que se pueda elegir.';
const DAYS_OR_NEVER: FieldWords['accepted'] = ([min, max]) =>
  `de ${min ?? '1'} a ${max ?? ''} días, o vacío para nunca`;
const QUIET = 'Las horas de silencio abarcan al menos de 21:00 a 08:00.';
const TIMES: FieldWords['accepted'] = ([from, until]) =>
  `una hora de ${from ?? ''} a ${until ?? ''}, como HH:MM`;
const CALLED =
  'una dirección como https://hooks.example.com/keyholder, sin nombre de usuario ni #, de 1000 caracteres como máximo';
const BRAND_KEY =
  'de 2 a 40 letras a–z, cifras y guiones interiores, ninguna palabra que el producto mismo use';
const AT_MOST: FieldWords['accepted'] = ([most]) => `${most ?? ''} caracteres como máximo`;
const AT_LEAST: FieldWords['accepted'] = ([least]) => (least === undefined ? 'más' : `al menos ${least}`);
const AT_MOST_OF: FieldWords['accepted'] = ([most]) => (most === undefined ? 'menos' : `${most} como máximo`);

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
  'sender.not_a_sender': {
    message: 'Desde esto no se puede enviar ningún mensaje.',
    accepted: 'un número como +14155550123, o MG y 32 cifras hexadecimales',
  },
  'numbers.not_numbers': {
    message: 'No todos estos son números de teléfono.',
    accepted: ([most]) => `como máximo ${most ?? ''} números como +14155550123`,
  },
  'role.unknown': { message: 'Aquí no existe esa función.', accepted: 'una de las funciones ofrecidas' },
  'scopes.unknown': { message: 'No existe ese permiso.', accepted: 'uno o varios de los permisos ofrecidos' },
  'scopes.empty': {
    message: 'Una clave sin permisos no puede hacer nada.',
    accepted: 'uno o varios de los permisos ofrecidos',
  },
  'expiresAt.past': { message: 'Eso ya ha pasado.', accepted: EXPIRY },
  'expiresAt.too_late': { message: 'Una clave no puede vivir tanto.', accepted: EXPIRY },
  'dailyWelcomeCeiling.out_of_range': {
    message: 'Eso no es una cantidad de mensajes al día.',
    accepted: RANGE,
  },
  'evidenceYears.out_of_range': {
    message: 'Ese número de años no se puede elegir.',
    accepted: RANGE,
  },
  'reminderAfterDays.out_of_range': { message: NOT_DAYS, accepted: DAYS_OR_NEVER },
  'recheckAfterDays.out_of_range': { message: NOT_DAYS, accepted: DAYS_OR_NEVER },
  'reminderDays.out_of_range': { message: NOT_DAYS, accepted: RANGE },
  'linkLifeDays.out_of_range': { message: NOT_DAYS, accepted: RANGE },
  'from.out_of_range': { message: QUIET, accepted: TIMES },
  'until.out_of_range': { message: QUIET, accepted: TIMES },
  'url.too_long': { message: 'Esta dirección es demasiado larga.', accepted: CALLED },
  'url.no_address': { message: 'Esto no es una dirección web a la que se pueda llamar.', accepted: CALLED },
  'url.private_address': { message: 'Esta dirección está dentro de una red.', accepted: CALLED },
  'url.not_https': { message: 'Los eventos solo van por https.', accepted: CALLED },
  'kinds.unknown': { message: 'No existe ese evento.', accepted: 'uno o varios de los eventos ofrecidos' },
  'kinds.empty': { message: 'No se enviaría nada.', accepted: 'uno o varios de los eventos ofrecidos' },
  'brandKey.taken': {
    message: 'Otra marca la tiene o la tuvo.',
    accepted: 'una dirección que ninguna marca haya tenido',
  },
  'brandKey.not_a_key': { message: 'Las páginas no pueden tener esta dirección.', accepted: BRAND_KEY },
  'brandKey.not_usable': { message: 'Las páginas no pueden tener esta dirección.', accepted: BRAND_KEY },
  'heading.unreadable_characters': {
    message: 'Un título es una línea de texto legible.',
    accepted: 'una línea',
  },
  'heading.too_long': { message: 'Son demasiados caracteres.', accepted: AT_MOST },
  'body.too_long': { message: 'Son demasiados caracteres.', accepted: AT_MOST },
  'welcome.too_long': { message: 'Son demasiados caracteres.', accepted: AT_MOST },
  'confirmation.too_long': { message: 'Son demasiados caracteres.', accepted: AT_MOST },
  'help.too_long': { message: 'Son demasiados caracteres.', accepted: AT_MOST },
  'optOutNotice.too_long': { message: 'Son demasiados caracteres.', accepted: AT_MOST },
  not_a_template: {
    message: 'Una variable no está cerrada o no está escrita como {{nombre}}.',
    accepted: 'texto con las variables ofrecidas',
  },
  not_a_variable: {
    message: 'Solo se permiten variables sencillas como {{brand}} o {{link}}.',
    accepted: 'texto con las variables ofrecidas',
  },
  unknown_variable: {
    message: ([variable]) => `No existe la variable ${variable ?? ''}.`,
    accepted: 'texto con las variables ofrecidas',
  },
  not_an_address: {
    message: 'Esto no es la dirección de una página web.',
    accepted: 'una dirección como https://acme.example/privacy',
  },
  not_an_origin: {
    message: 'Esto no es un servidor web.',
    accepted: 'https:// y un servidor, sin ruta: https://v.acme.example',
  },
  not_a_colour: { message: 'Esto no es un color.', accepted: 'un color como #1f5f8b' },
  no_words: {
    message: 'El primer idioma de una marca es uno de sus idiomas.',
    accepted: 'uno de sus idiomas; elija otro primer idioma antes de quitar este',
  },
  no_such_file: { message: 'No tiene ese archivo.', accepted: 'un archivo que usted haya subido' },
  unknown_contact: {
    message: 'El sitio no tiene ese contacto.',
    accepted: 'un contacto de la lista de este sitio',
  },
  named_twice: { message: 'Un contacto está dos veces.', accepted: 'cada contacto una vez' },
  invalid: { message: 'Este valor no se puede aceptar.', accepted: 'un valor como se describe' },
  unknown_field: {
    message: 'No existe ese campo.',
    accepted: 'solo los campos de la descripción de la API',
  },
  invalid_type: { message: 'Falta el valor, o es de otro tipo.', accepted: 'un valor como se describe' },
  invalid_value: { message: 'Este valor no se puede elegir.', accepted: 'uno de los valores ofrecidos' },
  invalid_format: { message: 'El valor no tiene la forma debida.', accepted: 'un valor como se describe' },
  too_small: { message: 'Es demasiado poco.', accepted: AT_LEAST },
  too_big: { message: 'Es demasiado.', accepted: AT_MOST_OF },
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
