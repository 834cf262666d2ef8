import type { Introduction } from './slides.ts';

/** What the French introduction shows and says. */
export const fr: Introduction = {
  language: 'fr',
  voice: 'fr-fr',
  wordsPerMinute: 158,
  poster: { title: 'Les SMS d’alarme', note: 'Ce que c’est, et ce que vous faites' },
  scenes: [
    {
      title: 'SMS d’alarme',
      note: 'Ce que c’est, et ce que vous faites',
      picture: 'phone',
      spoken: ['Cette courte vidéo explique les SMS d’alarme.'],
    },
    {
      title: 'Une alarme se déclenche',
      note: 'La télésurveillance vous écrit',
      picture: 'alarm',
      spoken: [
        'Quand une alarme se déclenche chez vous, le centre de télésurveillance peut vous envoyer un SMS.',
        'Il dit ce qui a été détecté, et où.',
      ],
    },
    {
      title: 'Répondez, c’est tout',
      note: 'Tout va bien ? Ou faut-il de l’aide ?',
      picture: 'chat',
      spoken: [
        'Répondez simplement : tout va bien, ou envoyez de l’aide.',
        'En cas de danger, appelez d’abord le numéro d’urgence.',
      ],
    },
    {
      title: 'Vous gardez la main',
      note: 'Arrêtez les SMS quand vous voulez',
      picture: 'words',
      spoken: [
        'Répondez STOP à tout moment, et les SMS cessent.',
        'Répondez HELP si vous avez une question.',
      ],
    },
    {
      title: 'Prêt ? Appuyez sur Confirmer',
      note: 'C’est le bouton sous cette vidéo',
      picture: 'confirm',
      spoken: ['Pour recevoir les SMS d’alarme, appuyez sur Confirmer, sous cette vidéo. Merci !'],
    },
  ],
  drawn: {
    alarmText: 'Alarme sur votre site : porte d’entrée. Savez-vous pourquoi ?',
    fine: 'Oui, c’est moi',
    or: 'ou',
    help: 'Non, de l’aide',
    stop: 'STOP',
    stopNote: 'arrête les SMS',
    helpWord: 'HELP',
    helpNote: 'répond aux questions',
    confirm: 'Confirmer',
  },
};
