import type { preflightWordsEn } from './preflight-words-en.ts';

/** What is said about a brand's draft before it is published, in Spanish. */
export const preflightWordsEs: typeof preflightWordsEn = {
  fine: {
    logo_on_plate: 'El logotipo se lee bien; en páginas oscuras va sobre una placa blanca.',
    logo_fine: 'El logotipo se lee bien en páginas claras y oscuras.',
    colours_fine: 'Botones, enlaces y palabras tienen un contraste que todos pueden leer.',
    company_fine: 'El teléfono, la privacidad y las condiciones están.',
    texts_fine: 'Cada mensaje dice lo que debe, con los menos segmentos posibles.',
    words_fine: 'Las páginas dicen lo mismo en todos los idiomas.',
    video_fine: 'Todos los vídeos tienen subtítulos e imagen inicial.',
    link_fine: 'El dominio de los enlaces lleva aquí y tiene su nombre.',
    sender_fine: 'La marca tiene un remitente propio.',
  },
  found: {
    logo_missing: { message: 'Aún no hay logotipo.', action: 'Suba su logotipo.' },
    logo_invisible_on_light: {
      message: (contrast) => `El logotipo no se ve en la página blanca (contraste ${contrast}:1).`,
      action: 'Suba un logotipo hecho para fondos claros.',
    },
    logo_invisible_on_dark: {
      message: (contrast) => `El logotipo no se ve en la página oscura (contraste ${contrast}:1).`,
      action: 'Suba un logotipo hecho para fondos oscuros.',
    },
    logo_faint_on_light: {
      message: (contrast) => `El logotipo se ve mal en la página blanca (contraste ${contrast}:1).`,
      action: 'Mírelo en la vista previa; con colores más fuertes se lee mejor.',
    },
    logo_faint_on_dark: {
      message: (contrast) => `El logotipo se ve mal en la página oscura (contraste ${contrast}:1).`,
      action: 'Mírelo en la vista previa; con colores más fuertes se lee mejor.',
    },
    logo_background: {
      message: 'El logotipo trae su propio fondo, que se ve como un recuadro en la página.',
      action: 'Suba un PNG, WebP o SVG con el fondo transparente.',
    },
    logo_small: {
      message: (pixels) => `El logotipo tiene ${pixels} píxeles de ancho y se ve borroso en un teléfono.`,
      action: (pixels) => `Suba uno de al menos ${pixels} píxeles de ancho, o un SVG.`,
    },
    colour_corrected_light: {
      message: (chosen, used) =>
        `${chosen} se parece demasiado a la página blanca para leerse, así que allí se usa ${used}.`,
      action: 'Está bien así; elija un color más oscuro para decidirlo usted.',
    },
    colour_corrected_dark: {
      message: (chosen, used) =>
        `${chosen} se parece demasiado a la página oscura para leerse, así que allí se usa ${used}.`,
      action: 'Está bien así; elija un color más claro para decidirlo usted.',
    },
    phone_missing: {
      message: 'La página no tiene teléfono de su empresa: quien no pueda usarla debe poder llamar.',
      action: 'Introduzca el número que responde preguntas sobre los mensajes de alarma.',
    },
    privacy_built_in: {
      message: 'No hay enlace a su página de privacidad; está la página integrada sobre los mensajes.',
      action: 'Introduzca la dirección de su propia página de privacidad, si la tiene.',
    },
    terms_built_in: {
      message: 'No hay enlace a su página de condiciones; está la página integrada sobre los mensajes.',
      action: 'Introduzca la dirección de su propia página de condiciones, si la tiene.',
    },
    part_missing: {
      message: (parts) => `No dice: ${parts}.`,
      action: 'Añada lo que falta, o use el texto integrado.',
    },
    text_length: { action: 'Acórtelo, o cambie los caracteres indicados.' },
    heading_mixed: {
      message: (languages) => `El título es suyo en un idioma y el integrado en otro (${languages}).`,
      action: 'Escríbalo en todos los idiomas, o use en todos el integrado.',
    },
    body_mixed: {
      message: (languages) =>
        `Las palabras de bienvenida son suyas en un idioma y las integradas en otro (${languages}).`,
      action: 'Escríbalas en todos los idiomas, o use en todos las integradas.',
    },
    video_required_but_none: {
      message: 'Hay que ver el vídeo, pero en este idioma no hay ninguno: se puede confirmar enseguida.',
      action: 'Elija un vídeo, o no lo exija.',
    },
    video_missing: { message: 'El vídeo ya no está.', action: 'Súbalo de nuevo.' },
    captions_missing: {
      message: 'El vídeo no tiene subtítulos: sin ellos, quien no oye o va en el autobús no se entera.',
      action: 'Suba un archivo de subtítulos (WebVTT, .vtt).',
    },
    poster_missing: {
      message: 'El vídeo no tiene imagen inicial, la que se ve antes de reproducirlo.',
      action: 'Suba una imagen, o tome una del vídeo.',
    },
    video_heavy: {
      message: (megabytes, seconds) =>
        `El vídeo tiene ${megabytes} MB y ${seconds} segundos: con una red lenta, pocos lo verán.`,
      action: 'Un minuto en 720p ocupa unos 3 MB.',
    },
    reply_without_video: {
      message: 'Una respuesta no confirma mientras haya que ver el vídeo.',
      action: 'Decídase por una de las dos.',
    },
    link_not_an_origin: {
      message: 'El dominio de los enlaces no es un servidor web.',
      action: 'Introduzca https:// y un servidor.',
    },
    link_shared: {
      message: (host) => `Los enlaces llevan a ${host}, que no tiene su nombre.`,
      action: 'Un dominio propio inspira más confianza, a las personas y a los operadores.',
    },
    link_not_https: {
      message: 'El dominio de los enlaces no está en https.',
      action: 'Empiécelo con https://.',
    },
    link_not_checked: {
      message: 'No se sabe si el dominio de los enlaces lleva aquí.',
      action: 'Pulse «Comprobar dominio».',
    },
    link_fails: {
      message: (reason) => `El dominio de los enlaces no lleva aquí: ${reason}`,
      action: 'Haga que su servidor reenvíe a esta instalación y compruébelo de nuevo.',
    },
    link_name: {
      message: (host, brand) => `${host} no tiene el nombre ${brand} con el que empiezan los mensajes.`,
      action: 'Los operadores piden que el remitente y el dominio de los enlaces vayan juntos.',
    },
    sender_missing: { message: 'No se dice de dónde salen los mensajes.', action: 'Elija un remitente.' },
    sender_unknown: {
      message: 'Este remitente no está preparado para su empresa.',
      action: 'Elija uno de sus remitentes, o pídanos que preparemos este.',
    },
    sender_taken: {
      message: (brand) =>
        `${brand} envía desde este remitente. Quien detenga a una detendría también a la otra.`,
      action: 'Elija para cada marca un remitente propio.',
    },
  },
  linkHost: {
    not_https: 'No está en https.',
    no_address: 'Su nombre no lleva a ninguna dirección: ponga su entrada DNS.',
    inside_a_network: 'Su nombre lleva a una red privada.',
    no_answer: 'No responde por https con un certificado válido.',
    other_answer: (status) =>
      `Responde ${status} a /api/welcome/host-check, y no como esta instalación: su servidor debe reenviar /api/welcome/*.`,
  },
  languages: { en: 'inglés', es: 'español', fr: 'francés', ar: 'árabe' },
};
