import type { Words } from '../en/index.ts';

export const signIn: Words['signIn'] = {
  title: 'Iniciar sesión',
  intro: 'Para empresas de alarmas y su personal.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  show: 'Mostrar la contraseña',
  hide: 'Ocultar la contraseña',
  submit: 'Iniciar sesión',
  submitting: 'Iniciando sesión…',
  needEmail: 'Escriba el correo electrónico de su cuenta.',
  needPassword: 'Escriba su contraseña.',
  wrong: 'El correo o la contraseña no son correctos. Revise ambos y el bloqueo de mayúsculas.',
  tooMany: 'Demasiados intentos. Espere un minuto e inténtelo de nuevo.',
  loadingAccount: 'Abriendo su cuenta…',
};
