import type { Words } from '../en/index.ts';

export const reachability: Words['reachability'] = {
  canBeTexted: (reachable, contacts) => `Se puede escribir ahora a ${reachable} de ${contacts}`,
  noContacts: 'Sin contactos todavía',
  met: (minimum) => `Mínimo de ${minimum} alcanzado`,
  missing: (missing, minimum) => `Faltan ${missing} (mínimo ${minimum})`,
  explained:
    'Se puede escribir ahora a los contactos de emergencia que confirmaron, no se dieron de baja y cuyo último mensaje no falló.',
};
