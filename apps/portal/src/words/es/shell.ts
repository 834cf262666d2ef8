import type { Words } from '../en/index.ts';

export const connection: Words['connection'] = {
  lost: 'Conexión perdida: reconectando. Lo que ve puede no estar al día.',
};

export const shell: Words['shell'] = {
  account: 'Cuenta',
  navigation: 'Principal',
  home: 'Inicio',
  sites: 'Sitios',
  bulk: 'En lote',
  branding: 'Marca',
  settings: 'Ajustes',
  desk: 'Casos',
  signOut: 'Salir',
  signingOut: 'Saliendo…',
};
