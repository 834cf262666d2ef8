import type { Words } from '../en/index.ts';

export const common: Words['common'] = {
  close: 'Cerrar',
  optional: 'opcional',
  accepted: (what) => `Se acepta: ${what}.`,
  tryAgain: 'Intentar de nuevo',
  loading: 'Cargando…',
  skip: 'Ir al contenido',
  none: 'Ninguno',
  keepEditing: 'Seguir editando',
  draftBack: 'Lo que había escrito está aquí de nuevo.',
  discard: 'Descartar',
  discardQuestion: '¿Descartar lo que escribió?',
  cancel: 'Cancelar',
  save: 'Guardar',
  saving: 'Guardando…',
  saved: 'Guardado.',
  loadingMore: 'Cargando más…',
  showOptions: 'Mostrar todas las opciones',
  dismiss: 'Ocultar',
  pageTitle: (page) => `${page} · Keyholder`,
};
