import type { Words } from '../en/index.ts';

export const createContact: Words['createContact'] = {
  title: 'Crear un contacto',
  whoBelongs:
    'En esta lista solo van personas que pueden decidir: quienes pueden pedir el envío de ayuda o que se ignore la alarma.',
  submit: 'Crear',
  submitting: 'Creando…',
  conflict: (name) => `Abrir ${name}`,
  submitAndSend: 'Dio permiso en persona o por teléfono: crear y enviar',
  copy: 'Copiar de otro sitio',
  copySearch: 'Nombre o teléfono de la persona',
  copyHint: 'Busca en las listas de sus otros sitios. El número de posición queda libre.',
  copyNobody: 'Nadie así en otro sitio.',
  copyFound: (count) => (count === 1 ? '1 persona encontrada.' : `${count} personas encontradas.`),
  copying: 'Copiando…',
  copied: (name) => `${name} se copió en el formulario.`,
  copyNot: 'No copiar',
};
