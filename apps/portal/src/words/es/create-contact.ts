import type { Words } from '../en/index.ts';

export const createContact: Words['createContact'] = {
  title: 'Crear un contacto',
  whoBelongs:
    'En esta lista solo van personas que pueden decidir: quienes pueden pedir el envío de ayuda o que se ignore la alarma.',
  submit: 'Crear',
  submitting: 'Creando…',
  conflict: (name) => `Abrir ${name}`,
};
