import type { Words } from '../en/index.ts';

export const lineTypes: Words['lineTypes'] = {
  mobile: 'Un mobile. Les SMS peuvent arriver.',
  landline: 'Une ligne fixe. Les SMS n’arrivent pas ; on peut la garder pour appeler.',
  fixedVoip: 'Un téléphone de bureau ou de box. Les SMS peuvent ne pas arriver.',
  nonFixedVoip: 'Un numéro internet qui peut recevoir des SMS.',
  tollFree: 'Un numéro gratuit. Les SMS n’arrivent pas.',
  personal: 'Un numéro personnel qui renvoie vers une autre ligne.',
  premium: 'Un numéro surtaxé. Il ne peut pas recevoir de SMS.',
  sharedCost: 'Un numéro à coût partagé. Il ne peut pas recevoir de SMS.',
  uan: 'Un numéro d’entreprise pour tous ses bureaux. Les SMS n’arrivent pas.',
  voicemail: 'Un numéro de messagerie vocale. Il ne peut pas recevoir de SMS.',
  pager: 'Un récepteur d’appel. Il ne peut pas recevoir de SMS.',
  unknown: 'Le type de ligne est inconnu. Vous pouvez tout de même envoyer.',
};

export const lineResults: Words['lineResults'] = {
  unchecked: 'Pas encore vérifié. La vérification est conseillée, pas obligatoire.',
  valid: 'Les SMS peuvent arriver.',
  may_not_get_texts: 'Les SMS peuvent ne pas arriver.',
  not_textable: 'Les SMS n’arrivent pas ; on peut le garder pour appeler.',
  not_a_number: 'Aucun numéro de ce genre n’est en service.',
  inconclusive: 'La vérification n’a rien donné. Vous pouvez tout de même envoyer.',
};
