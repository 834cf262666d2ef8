import type { Words } from '../en/index.ts';

export const welcomeText: Words['welcomeText'] = {
  title: (name) => `Mensaje de bienvenida para ${name}`,
  created: (name) => `${name} está en la lista. Este es el mensaje que se enviaría.`,
  phoneLabel: 'El mensaje tal como llegará',
  from: (number) => `De ${number}`,
  fromPool: 'De uno de los números de su marca',
  to: (number) => `Para ${number}`,
  billed: (count) =>
    count === 1
      ? '1 segmento: se cobra como un mensaje'
      : `${count} segmentos: se cobran como ${count} mensajes`,
  characters: (count) => `${count} caracteres`,
  encodings: {
    'GSM-7': 'GSM-7, el alfabeto habitual: hasta 160 caracteres en un segmento',
    'UCS-2': 'UCS-2, para caracteres fuera del alfabeto habitual: hasta 70 en un segmento',
  },
  forcedBy: (characters) => `Necesario por ${characters}`,
  whyDots: '¿Dónde está el enlace?',
  whyDotsAnswer:
    'Los puntos ocupan el lugar de un secreto que se crea cuando sale el mensaje. Quien abre el enlace puede confirmar, así que solo el contacto puede tenerlo: ni usted ni nosotros. No se puede copiar; se puede enviar otra vez.',
  page: 'Ver la página del enlace (abre otra pestaña)',
  test: {
    summary: 'Enviármelo a mí',
    explained:
      'A un teléfono suyo, marcado como prueba. El contacto no se entera y el enlace no abre la página de nadie.',
    phone: 'Su teléfono',
    send: 'Enviármelo',
    sending: 'Enviando…',
    sent: (to) => `Enviado a ${to}.`,
  },
  permission: '¿Cómo se obtuvo el permiso para escribir a esta persona?',
  permissionHint: 'Se guarda como prueba del consentimiento, con las palabras enviadas.',
  permissions: {
    spoken: 'De palabra',
    spokenHint: 'Dijo que sí, en persona o por teléfono.',
    written: 'Por escrito',
    writtenHint: 'Firmó, o respondió por carta o correo.',
    web_form: 'Formulario web',
    web_formHint: 'Marcó una casilla o rellenó un formulario en línea.',
  },
  quickHint: 'Al elegir se envía el mensaje.',
  quickSend: (how) => `${how}: enviar`,
  permissionMissing: 'Diga cómo se obtuvo el permiso.',
  permissionAccepted: 'una de las tres formas',
  notTextable:
    'La comprobación dice que este número no puede recibir mensajes. Al pulsar Enviar no se gasta ningún mensaje y queda un error de envío.',
  insistLandline:
    'Enviar de todos modos. La comprobación puede equivocarse y algunos fijos reciben mensajes.',
  insistUncertain: 'Enviar de todos modos. Puede llegar dos veces.',
  cannotSend: 'Ahora no se puede enviar',
  send: 'Enviar',
  sending: 'Enviando…',
  later: 'Más tarde',
  preparing: 'Redactando el mensaje…',
};
