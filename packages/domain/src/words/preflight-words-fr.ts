import type { preflightWordsEn } from './preflight-words-en.ts';

/** What is said about a brand's draft before it is published, in French. */
export const preflightWordsFr: typeof preflightWordsEn = {
  fine: {
    logo_on_plate: 'Le logo se lit bien ; sur les pages sombres, il est posé sur une plaque blanche.',
    logo_fine: 'Le logo se lit bien sur les pages claires et sombres.',
    colours_fine: 'Boutons, liens et mots ont un contraste que tout le monde peut lire.',
    company_fine: 'Téléphone, confidentialité et conditions sont là.',
    texts_fine: 'Chaque SMS dit ce qu’il doit, avec le moins de segments possible.',
    words_fine: 'Les pages disent la même chose dans toutes les langues.',
    video_fine: 'Toutes les vidéos ont des sous-titres et une image d’attente.',
    link_fine: 'Le domaine des liens mène ici et porte votre nom.',
    sender_fine: 'La marque a son propre expéditeur.',
  },
  found: {
    logo_missing: { message: 'Il n’y a pas encore de logo.', action: 'Envoyez votre logo.' },
    logo_invisible_on_light: {
      message: (contrast) => `Le logo ne se voit pas sur la page blanche (contraste ${contrast}:1).`,
      action: 'Envoyez un logo fait pour les fonds clairs.',
    },
    logo_invisible_on_dark: {
      message: (contrast) => `Le logo ne se voit pas sur la page sombre (contraste ${contrast}:1).`,
      action: 'Envoyez un logo fait pour les fonds sombres.',
    },
    logo_faint_on_light: {
      message: (contrast) => `Le logo se voit mal sur la page blanche (contraste ${contrast}:1).`,
      action: 'Regardez-le dans l’aperçu ; avec des couleurs plus fortes, il se lit mieux.',
    },
    logo_faint_on_dark: {
      message: (contrast) => `Le logo se voit mal sur la page sombre (contraste ${contrast}:1).`,
      action: 'Regardez-le dans l’aperçu ; avec des couleurs plus fortes, il se lit mieux.',
    },
    logo_background: {
      message: 'Le logo apporte son propre fond, qui se voit comme un cadre sur la page.',
      action: 'Envoyez un PNG, WebP ou SVG au fond transparent.',
    },
    logo_small: {
      message: (pixels) => `Le logo a ${pixels} pixels de large et paraît flou sur un téléphone.`,
      action: (pixels) => `Envoyez-en un d’au moins ${pixels} pixels de large, ou un SVG.`,
    },
    colour_corrected_light: {
      message: (chosen, used) =>
        `${chosen} est trop proche de la page blanche pour être lu ; ${used} y est utilisé.`,
      action: 'C’est bien ainsi ; choisissez une couleur plus foncée pour en décider vous-même.',
    },
    colour_corrected_dark: {
      message: (chosen, used) =>
        `${chosen} est trop proche de la page sombre pour être lu ; ${used} y est utilisé.`,
      action: 'C’est bien ainsi ; choisissez une couleur plus claire pour en décider vous-même.',
    },
    phone_missing: {
      message:
        'La page n’a pas de téléphone de votre entreprise : qui ne peut pas utiliser la page doit pouvoir appeler.',
      action: 'Saisissez le numéro qui répond aux questions sur les SMS d’alarme.',
    },
    privacy_built_in: {
      message: 'Pas de lien vers votre page de confidentialité ; la page intégrée sur les SMS la remplace.',
      action: 'Saisissez l’adresse de votre propre page de confidentialité, si vous en avez une.',
    },
    terms_built_in: {
      message: 'Pas de lien vers votre page de conditions ; la page intégrée sur les SMS la remplace.',
      action: 'Saisissez l’adresse de votre propre page de conditions, si vous en avez une.',
    },
    part_missing: {
      message: (parts) => `Il ne dit pas : ${parts}.`,
      action: 'Ajoutez ce qui manque, ou prenez le texte intégré.',
    },
    text_length: { action: 'Raccourcissez-le, ou remplacez les caractères indiqués.' },
    heading_mixed: {
      message: (languages) =>
        `Le titre est le vôtre dans une langue et celui intégré dans une autre (${languages}).`,
      action: 'Écrivez-le dans toutes les langues, ou prenez partout le titre intégré.',
    },
    body_mixed: {
      message: (languages) =>
        `Les mots d’accueil sont les vôtres dans une langue et ceux intégrés dans une autre (${languages}).`,
      action: 'Écrivez-les dans toutes les langues, ou prenez partout ceux intégrés.',
    },
    video_required_but_none: {
      message:
        'La vidéo doit être regardée, mais il n’y en a pas dans cette langue : on peut confirmer tout de suite.',
      action: 'Choisissez une vidéo, ou ne l’exigez pas.',
    },
    video_missing: { message: 'La vidéo n’est plus là.', action: 'Envoyez-la de nouveau.' },
    captions_missing: {
      message:
        'La vidéo n’a pas de sous-titres : sans eux, les personnes sourdes ou dans un bus n’apprennent rien.',
      action: 'Envoyez un fichier de sous-titres (WebVTT, .vtt).',
    },
    poster_missing: {
      message: 'La vidéo n’a pas d’image d’attente, celle qui s’affiche avant la lecture.',
      action: 'Envoyez une image, ou prenez-en une dans la vidéo.',
    },
    video_heavy: {
      message: (megabytes, seconds) =>
        `La vidéo fait ${megabytes} Mo et ${seconds} secondes : sur un réseau lent, peu de gens la verront.`,
      action: 'Une minute en 720p fait environ 3 Mo.',
    },
    reply_without_video: {
      message: 'Une réponse ne confirme pas tant que la vidéo doit être regardée.',
      action: 'Décidez-vous pour l’une des deux.',
    },
    link_not_an_origin: {
      message: 'Le domaine des liens n’est pas un serveur web.',
      action: 'Saisissez https:// et un serveur.',
    },
    link_shared: {
      message: (host) => `Les liens mènent à ${host}, qui ne porte pas votre nom.`,
      action: 'Un domaine à vous inspire plus confiance, aux gens comme aux opérateurs.',
    },
    link_not_https: {
      message: 'Le domaine des liens n’est pas en https.',
      action: 'Commencez-le par https://.',
    },
    link_not_checked: {
      message: 'On ne sait pas si le domaine des liens mène ici.',
      action: 'Appuyez sur « Vérifier le domaine ».',
    },
    link_fails: {
      message: (reason) => `Le domaine des liens ne mène pas ici : ${reason}`,
      action: 'Faites renvoyer son serveur vers cette installation, puis vérifiez de nouveau.',
    },
    link_name: {
      message: (host, brand) => `${host} ne porte pas le nom ${brand} par lequel commencent les SMS.`,
      action: 'Les opérateurs demandent que l’expéditeur et le domaine des liens aillent ensemble.',
    },
    sender_missing: {
      message: 'Il n’est pas dit d’où partent les SMS.',
      action: 'Choisissez un expéditeur.',
    },
    sender_unknown: {
      message: 'Cet expéditeur n’est pas configuré pour votre entreprise.',
      action: 'Choisissez l’un de vos expéditeurs, ou demandez-nous de configurer celui-ci.',
    },
    sender_taken: {
      message: (brand) =>
        `${brand} envoie depuis cet expéditeur. Qui arrêterait l’une arrêterait aussi l’autre.`,
      action: 'Choisissez un expéditeur propre à chaque marque.',
    },
  },
  linkHost: {
    not_https: 'Il n’est pas en https.',
    no_address: 'Son nom ne mène à aucune adresse : créez son entrée DNS.',
    inside_a_network: 'Son nom mène à un réseau privé.',
    no_answer: 'Il ne répond pas en https avec un certificat valide.',
    other_answer: (status) =>
      `Il répond ${status} à /api/welcome/host-check, et pas comme cette installation : son serveur doit renvoyer /api/welcome/*.`,
  },
  languages: { en: 'anglais', es: 'espagnol', fr: 'français', ar: 'arabe' },
};
