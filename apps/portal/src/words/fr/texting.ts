import type { Words } from '../en/index.ts';

export const texting: Words['texting'] = {
  title: 'Rappels et heures calmes',
  reminders: 'Rappels',
  reminder: 'Rappeler les contacts qui n’ont pas répondu',
  reminderHint: 'Une fois, après la remise du SMS de bienvenue.',
  quietHours: 'Heures calmes',
  quietIntro:
    'Rappels, imports et programmes n’envoient rien pendant ce temps, à l’heure du site. Ce qu’envoie un appui sur Envoyer part aussitôt.',
  quietFrom: 'De',
  quietUntil: 'À',
  lineChecks: 'Vérification des numéros',
  recheck: 'Vérifier à nouveau les numéros',
  recheckHint: 'Chaque vérification coûte.',
  never: 'Jamais',
  saved: 'Enregistré.',
  stopped: 'Aucun SMS ne part en ce moment.',
  afterDays: (count) => (count === 1 ? 'Après 1 jour' : `Après ${count} jours`),
  keptBack: (count) => `${count} des vôtres sont retenus et partiront d’eux-mêmes.`,
};
