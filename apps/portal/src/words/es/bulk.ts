import type { Words } from '../en/index.ts';

const people = (count: number): string => (count === 1 ? '1 contacto' : `${count} contactos`);

export const bulk: Words['bulk'] = {
  title: 'En lote',
  progress: (done, of) => `${done} de ${of}`,
  lately: 'Últimamente',
  nothingYet: 'Todavía no se ha importado, validado ni enviado nada en lote.',
  by: (who) => `por ${who}`,
  kinds: { import: 'Importación', validate: 'Validación', send: 'Mensajes de bienvenida' },
  states: { draft: 'Sin empezar', running: 'En marcha', stopped: 'Detenido', done: 'Terminado' },
  counted: (done, total, failed) => `${done} de ${total}${failed === null ? '' : `, ${failed} con error`}`,
  outcome: (done, skipped, failed) => `${done} hechos, ${skipped} sin nada que hacer, ${failed} con error.`,
  stop: 'Detener',
  goOn: 'Continuar',
  changing: 'Un momento…',
  failedOnes: 'Qué falló y por qué',
  skippedOnes: 'Donde no había nada que hacer',
  row: (position) => `N.º ${position}`,
  nameless: 'Sin nombre',
  toSite: 'Abrir el sitio',
  more: 'Mostrar más',
  fields: {
    accountNumber: 'Número de cuenta',
    siteName: 'Nombre del sitio',
    subscriberName: 'Nombre del abonado',
    address: 'Dirección',
    country: 'País',
    timeZone: 'Zona horaria',
    name: 'Nombre del contacto',
    phone: 'Teléfono móvil',
    title: 'Cargo',
    slotNumber: 'Número de posición',
    email: 'Correo electrónico',
    emergencyContact: 'Contacto de emergencia',
    language: 'Idioma',
  },
  notes: {
    new_site: 'Se añade el sitio.',
    not_texted_landline: 'Por sus cifras no es un móvil: se guarda para llamadas, sin mensajes.',
  },
  import: {
    heading: 'Importar contactos',
    intro:
      'Un archivo CSV con un contacto por fila. Primero se comprueba cada fila: no se guarda nada ni se escribe a nadie antes de que vea el informe.',
    choose: 'Elegir un archivo',
    reading: 'Leyendo…',
    uploading: 'Leyendo las filas',
    template: 'Descargar la plantilla',
    empty:
      'Este archivo no tiene una línea de títulos con filas debajo. Guarde la tabla como CSV e inténtelo de nuevo.',
    tooLong: (most) => `Este archivo tiene más de ${most} filas. Divídalo.`,
    interrupted: 'El archivo no se leyó hasta el final. Elíjalo otra vez; nada se duplica.',
    columns: 'Columnas',
    columnsIntro: (rows) =>
      `${rows} filas. Diga qué contiene cada columna; lo hemos deducido de los títulos.`,
    noColumn: 'No está en el archivo',
    nameless: (number) => `Columna ${number}`,
    defaultCountry: 'País, si la fila no lo dice',
    defaultTimeZone: 'Zona horaria, si la fila no la dice',
    defaultsHint: 'Para sitios nuevos y para teléfonos sin código de país.',
    missing: (fields) => `Todavía falta: ${fields}.`,
    check: 'Comprobar las filas',
    checking: 'Comprobando cada fila…',
    report: 'Informe',
    creates: (count, number, sites, newSites) =>
      `Se ${number === 1 ? 'añadiría' : 'añadirían'} ${count} ${number === 1 ? 'contacto' : 'contactos'}${newSites === 0 ? '' : ` y ${sites} ${newSites === 1 ? 'sitio nuevo' : 'sitios nuevos'}`}.`,
    others: {
      onList: (count, number) => (number === 1 ? '1 ya está en su lista.' : `${count} ya están en su lista.`),
      refused: (count, number) =>
        number === 1 ? '1 no se puede aceptar.' : `${count} no se pueden aceptar.`,
      landlines: (count, number) =>
        number === 1 ? '1 tiene un número que no es móvil.' : `${count} tienen un número que no es móvil.`,
    },
    nothingSent: 'Una importación no envía mensajes. Después puede validar y enviar.',
    write: (count) => `Importar ${count}`,
    starting: 'Empezando…',
    refusedRows: 'Filas que no se pueden aceptar',
    goodRows: 'Filas que se añadirían',
  },
  many: {
    heading: 'Validar y enviar',
    onlyStep: (step) => `Solo en los sitios cuyo siguiente paso es «${step}».`,
    allSites: 'Para todos los sitios',
    toValidate: (count) =>
      count === 0 ? 'Todos los números están validados.' : `${people(count)} con un número sin validar.`,
    toSend: (count, segments) =>
      count === 0
        ? 'Todos los que pueden recibirlo ya tuvieron un mensaje de bienvenida.'
        : `${people(count)} sin mensaje de bienvenida: ${segments === 1 ? '1 segmento en total' : `${segments} segmentos en total`}.`,
    notSent: (count) =>
      `${people(count)} no lo recibirían: no es móvil, rechazó, se dio de baja o el mensaje es demasiado largo.`,
    validate: 'Validar todos',
    send: 'Enviar a todos…',
    starting: 'Empezando…',
    sendTitle: 'Enviar mensajes de bienvenida',
    sendNow: (count) => `Enviar a ${people(count)}`,
    validateFirst: (count) =>
      `${people(count)} sin validar. Validar antes ahorra mensajes a teléfonos fijos.`,
    textOf: (language, contacts) => `${language}: ${people(contacts)}`,
    exampleFor: (name, segments) =>
      `Para ${name}, ${segments === 1 ? '1 segmento' : `${segments} segmentos`}`,
    daytime:
      'Los mensajes en lote salen de 8:00 a 21:00 según el sitio; puede detenerlos en cualquier momento.',
  },
  export: {
    heading: 'Exportar',
    intro: 'Para el programa de la central: número de cuenta, posición, cargo, teléfono y estado en CSV.',
    everybody: 'Todos',
    changed: 'Cambios desde la última exportación',
    making: 'Creando el archivo…',
    made: (count) =>
      count === 0 ? 'Nada ha cambiado desde la última exportación.' : `${people(count)} exportados.`,
  },
};
