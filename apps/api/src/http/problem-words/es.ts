import type { ProblemWords } from './problem-in.ts';

/** What the API refuses, in Spanish: every code of a problem. */
export const problemsEs = {
  unauthenticated: {
    title: 'Sin sesión',
    detail: 'Inicie sesión, o envíe una clave de API como "Authorization: Bearer …".',
  },
  forbidden: { title: 'No permitido', detail: 'Su función o su clave no permite hacer esto.' },
  'dealer-not-yours': { title: 'No es suyo', detail: 'No existe ese distribuidor, o no es suyo.' },
  'company-not-yours': { title: 'No es suyo', detail: 'No existe esa empresa, o no es suya.' },
  'dealer-needed': { title: '¿Qué distribuidor?', detail: 'Puede actuar por varios: diga por cuál.' },
  'company-needed': { title: '¿Qué empresa?', detail: 'Puede actuar por varias: diga por cuál.' },
  'not-found': { title: 'No encontrado', detail: 'No existe, o no es suyo.' },
  'invalid-fields': { title: 'Algunos campos no se pueden aceptar', detail: null },
  'file-refused': { title: 'Este archivo no se puede usar', detail: null },
  busy: { title: 'Ahora no', detail: 'Hay mucho trabajo en este momento. Pruebe de nuevo enseguida.' },
  stale: {
    title: 'Cambiado entretanto',
    detail: 'Alguien lo cambió entretanto. Léalo de nuevo y repita su cambio si todavía vale.',
  },
  'if-match-required': {
    title: '¿Qué versión?',
    detail: 'Envíe el ETag de lo que leyó como "If-Match", para que nadie pise lo que otro ha cambiado.',
  },
  'phone-taken': {
    title: 'Este teléfono ya está en la lista',
    detail: 'Otro contacto de este sitio tiene este número.',
  },
  'slot-taken': {
    title: 'Este número de posición está ocupado',
    detail: 'Otro contacto de este sitio tiene este número de posición.',
  },
  'account-number-taken': {
    title: 'Este número de cuenta está ocupado',
    detail: 'Otro sitio tiene este número de cuenta.',
  },
  'brand-key-taken': { title: 'Esta dirección está ocupada', detail: 'Otra marca la tiene o la tuvo.' },
  'preflight-failed': { title: 'Algo impide publicar', detail: null },
  'never-published': {
    title: 'Esta marca nunca se ha publicado',
    detail: 'Publíquela antes: sin una versión publicada no hay páginas ni mensajes.',
  },
  'no-preview': {
    title: 'No hay dónde mostrar borradores',
    detail: 'PREVIEW_URL nombra el origen que muestra borradores; aquí no está puesto.',
  },
  'not-removed': {
    title: 'Este contacto no está quitado',
    detail: 'No hay nada que recuperar, o el sitio está archivado: recupere antes el sitio.',
  },
  'evidence-deleted': {
    title: 'Lo que probaba el consentimiento fue eliminado',
    detail:
      'Este contacto se quitó hace tanto tiempo que se eliminaron las pruebas de su consentimiento. Añada a la persona de nuevo.',
  },
  'member-already': { title: 'Ya trabaja aquí', detail: 'Esta persona ya tiene una función aquí: cámbiela.' },
  'invited-already': {
    title: 'Ya está invitado',
    detail: 'Hay una invitación abierta a esta dirección: envíela de nuevo, o retírela antes.',
  },
  'accepted-already': { title: 'Ya se aceptó', detail: 'Inicie sesión con la dirección a la que se envió.' },
  'invitation-expired': {
    title: 'Esta invitación ha caducado',
    detail: 'Pida a quien le invitó que la envíe de nuevo.',
  },
  'link-expired': {
    title: 'Este enlace ha caducado',
    detail: 'Pida un enlace nuevo a la empresa que le escribió.',
  },
  'last-admin': {
    title: 'Este es el último administrador',
    detail: 'Nombre antes a otro administrador: alguien debe poder gestionar a las personas.',
  },
  'brand-unpublished': {
    title: 'La marca aún no está publicada',
    detail: 'No sale ningún mensaje antes de que la empresa publique su marca.',
  },
  'sender-taken': {
    title: 'Este remitente está ocupado',
    detail: 'Ya está configurado, para esta empresa o para otra.',
  },
  'case-closed': { title: 'Este caso está cerrado', detail: 'Un caso cerrado ya no se responde.' },
  'too-many-attempts': { title: 'Demasiado a menudo', detail: 'Se intentó demasiadas veces.' },
  'daily-ceiling': {
    title: 'Demasiado a menudo',
    detail: 'Los mensajes de bienvenida permitidos en un día están agotados.',
  },
  'too-soon': { title: 'Demasiado a menudo', detail: 'Hace menos de un minuto que salió un mensaje.' },
  'too-many': {
    title: 'Demasiado a menudo',
    detail: 'En una semana ya salieron todos los reenvíos permitidos.',
  },
  'test-not-sent': {
    title: 'El mensaje de prueba no se envió',
    detail: 'El mensaje de prueba no se pudo enviar.',
  },
  'not-a-draft': {
    title: 'Esta importación ha empezado',
    detail: 'Sus filas y columnas ya no se pueden cambiar. Empiece otra importación.',
  },
  'not-running': { title: 'No hay nada en marcha', detail: 'No hay nada que detener.' },
  'nothing-to-do': { title: 'No hay nada que hacer', detail: 'Ningún contacto lo necesita ahora.' },
  'name-change-needed': {
    title: '¿Es otra persona?',
    detail:
      'Este contacto ya recibió la bienvenida. Diga si es la misma persona mejor escrita (todo se conserva) u otra persona (la bienvenida y el acuerdo empiezan de nuevo).',
  },
  'on-its-way': { title: 'El mensaje está en camino', detail: 'Ya no se puede anular.' },
  'nothing-waiting': { title: 'No espera ningún mensaje', detail: 'No hay nada que anular.' },
  'text-too-long': {
    title: 'El mensaje es demasiado largo',
    detail: 'Acorte los nombres o las palabras del mensaje.',
  },
  'opted-out': {
    title: 'Esta persona se ha dado de baja',
    detail: 'No se envía ningún mensaje. Vuelve enviando START al número del que venían los mensajes.',
  },
  declined: {
    title: 'Esta persona ha rechazado',
    detail: 'No se envía ningún mensaje por encima de un rechazo.',
  },
  'already-confirmed': {
    title: 'Esta persona ha confirmado',
    detail: 'Ya no necesita ningún mensaje de bienvenida.',
  },
  'in-flight': { title: 'Hay un mensaje en camino', detail: 'Espere a que se sepa qué fue de él.' },
  'outcome-unknown': {
    title: 'El último mensaje quizá llegó',
    detail:
      'El operador no ha dicho si aceptó el último mensaje. Si envía otro de todos modos, quizá llegue dos veces.',
  },
  'idempotency-key-reused': {
    title: 'Esta clave es de otra petición',
    detail: 'La misma clave llegó con otra dirección u otro contenido. Use una clave nueva.',
  },
  'in-progress': {
    title: 'Esta petición se está realizando',
    detail: 'Pregunte de nuevo enseguida con la misma clave.',
  },
  'answer-lost': {
    title: 'Esta petición se realizó',
    detail: 'Se realizó una vez, pero su respuesta se perdió. Lea lo que hizo; no la envíe de nuevo.',
  },
  'too-many-webhooks': {
    title: 'Hay demasiados webhooks',
    detail: 'No caben más. Quite antes uno que ya no haga falta.',
  },
  'webhook-disabled': {
    title: 'Este webhook está apagado',
    detail: 'Enciéndalo de nuevo antes.',
  },
  bug: {
    title: 'Algo falló por nuestra parte',
    detail: (incident) => `No se cambió nada. Dé a soporte el número de incidente ${incident}.`,
  },
  'http-400': {
    title: 'La petición no se puede leer',
    detail:
      'Envíe la cabecera Host, una dirección sin caracteres de control y un contenido que sea JSON válido.',
  },
  'http-403': { title: 'No permitido', detail: 'No permitido' },
  'http-404': { title: 'No encontrado', detail: 'No encontrado' },
  'http-405': { title: 'Aquí no está permitido', detail: 'Aquí no está permitido' },
  'http-413': { title: 'La petición es demasiado grande', detail: 'Envíe 64 KiB como máximo.' },
  'http-415': {
    title: 'No se entiende este tipo de contenido',
    detail: 'Envíe el contenido como application/json, en UTF-8.',
  },
  'http-503': {
    title: 'Aún no está listo; pregunte de nuevo enseguida',
    detail: 'Aún no está listo; pregunte de nuevo enseguida',
  },
} satisfies Readonly<Record<string, ProblemWords>>;
