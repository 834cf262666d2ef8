import type { Words } from '../en/index.ts';

export const problems: Words['problems'] = {
  offline: 'No se puede contactar con el servidor. Revise su conexión; lo que escribió sigue aquí.',
  unreadable: (status) =>
    `El servidor dio una respuesta que no se puede leer (${status}). Nada de lo que escribió se ha perdido; inténtelo de nuevo.`,
  checkFields: 'Algunos campos deben revisarse. Cada uno dice qué se aceptaría.',
  canRetry: 'Se puede enviar de nuevo',
  loadFailed: 'No se pudo cargar',
  crashed: 'Algo salió mal en esta página',
  crashedAdvice: 'Cargue la página otra vez. Si vuelve a ocurrir, cuente a soporte lo que estaba haciendo.',
  reload: 'Cargar otra vez',
  notFound: 'Esta página no existe',
  notFoundAdvice: 'Puede que la dirección esté mal escrita o pertenezca a otra cuenta.',
  toSites: 'Ir a sus sitios',
};
