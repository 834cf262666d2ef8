import type { Words } from '../en/index.ts';

export const reachability: Words['reachability'] = {
  canBeTexted: (reachable, contacts) => `${reachable} sur ${contacts} joignables par SMS maintenant`,
  noContacts: 'Aucun contact',
  met: (minimum) => `Minimum de ${minimum} atteint`,
  missing: (missing, minimum) => `Il en manque ${missing} (minimum ${minimum})`,
  explained:
    'Joignables maintenant : les contacts d’urgence qui ont confirmé, ne se sont pas désinscrits et dont le dernier SMS n’a pas échoué.',
};
