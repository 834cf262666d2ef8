import type { Words } from '../en/index.ts';

export const home: Words['home'] = {
  title: 'Accueil',
  overview: 'Sites qui atteignent leur minimum',
  ofSites: (sites, count) =>
    count === 1 ? `sur ${sites} site atteint son minimum` : `sur ${sites} sites atteignent leur minimum`,
  people: (reachable, contacts, count) =>
    count === 1
      ? `${reachable} sur ${contacts} contact peut recevoir un SMS d’alarme maintenant`
      : `${reachable} sur ${contacts} contacts peuvent recevoir un SMS d’alarme maintenant`,
  worklist: 'À faire ensuite',
  filter: 'N’afficher qu’un type d’étape',
  all: 'Tout',
  more: 'Afficher la suite',
  nothingToDo: 'Rien à faire ici. Tout changement s’affiche tout seul.',
  manyAtOnce: 'Le faire pour tous à la fois',
  reachable: (reachable, minimum) => `${reachable} sur ${minimum} nécessaires`,
  needsPeople: (contacts) =>
    contacts === 0
      ? 'Personne n’est encore sur la liste.'
      : 'Tous ceux de la liste ont été traités, et ils sont encore trop peu.',
  actions: {
    read_reply: 'Lire la réponse',
    send: 'Envoyer la bienvenue',
    validate: 'Valider',
    resend: 'Renvoyer',
    correct_number: 'Corriger le numéro',
    ask_support: 'Demander au support',
    call_customer: 'Appeler',
    add_contact: 'Ajouter un contact',
    wait: 'Attendre',
  },
  steps: {
    read_reply: (name) => `${name} a répondu`,
    send: (name) => `Envoyez à ${name} le SMS de bienvenue`,
    validate: (name) => `Vérifiez le numéro de ${name}`,
    resend: (name) => `Renvoyez le SMS à ${name}`,
    correct_number: (name) => `Corrigez le numéro de ${name}`,
    ask_support: (name) => `Interrogez le support au sujet de ${name}`,
    call_customer: (name) => `Appelez ${name}`,
    add_contact: () => 'Ajoutez quelqu’un qui peut décider',
    wait: (name) => `En attente de ${name}`,
  },
  doAdd: (site) => `Ajouter un contact à ${site}`,
  doCorrect: (name) => `Corriger le numéro de ${name}`,
  doAsk: (name) => `Interroger le support au sujet de ${name}`,
  doRead: (name) => `Lire la réponse de ${name}`,
  doCall: (name) => `Appeler ${name}`,
};
