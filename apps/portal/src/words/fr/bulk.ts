import type { Words } from '../en/index.ts';

const people = (count: number): string => (count === 1 ? '1 contact' : `${count} contacts`);

export const bulk: Words['bulk'] = {
  title: 'En lot',
  progress: (done, of) => `${done} sur ${of}`,
  lately: 'Dernièrement',
  nothingYet: 'Rien n’a encore été importé, validé ou envoyé en lot.',
  by: (who) => `par ${who}`,
  kinds: { import: 'Importation', validate: 'Validation', send: 'SMS de bienvenue' },
  states: { draft: 'Pas commencé', running: 'En cours', stopped: 'Arrêté', done: 'Terminé' },
  counted: (done, total, failed) => `${done} sur ${total}${failed === null ? '' : `, ${failed} en échec`}`,
  outcome: (done, skipped, failed) => `${done} faits, ${skipped} sans rien à faire, ${failed} en échec.`,
  stop: 'Arrêter',
  goOn: 'Continuer',
  changing: 'Un instant…',
  failedOnes: 'Ce qui a échoué, et pourquoi',
  skippedOnes: 'Là où il n’y avait rien à faire',
  row: (position) => `Nº ${position}`,
  nameless: 'Sans nom',
  toSite: 'Ouvrir le site',
  more: 'Afficher la suite',
  fields: {
    accountNumber: 'Numéro de compte',
    siteName: 'Nom du site',
    subscriberName: 'Nom de l’abonné',
    address: 'Adresse',
    country: 'Pays',
    timeZone: 'Fuseau horaire',
    name: 'Nom du contact',
    phone: 'Téléphone mobile',
    title: 'Fonction',
    slotNumber: 'Rang',
    email: 'E-mail',
    emergencyContact: 'Contact d’urgence',
    language: 'Langue',
  },
  notes: {
    new_site: 'Le site est ajouté.',
    not_texted_landline: 'Pas un mobile d’après ses chiffres : gardé pour appeler, sans SMS.',
  },
  import: {
    heading: 'Importer des contacts',
    intro:
      'Un fichier CSV avec un contact par ligne. Chaque ligne est d’abord vérifiée : rien n’est écrit et personne ne reçoit de SMS avant que vous ayez vu le rapport.',
    choose: 'Choisir un fichier',
    reading: 'Lecture…',
    uploading: 'Lecture des lignes',
    template: 'Télécharger le modèle',
    empty:
      'Ce fichier n’a pas de ligne d’en-tête suivie de lignes. Enregistrez le tableau en CSV et réessayez.',
    tooLong: (most) => `Ce fichier a plus de ${most} lignes. Divisez-le.`,
    interrupted: 'Le fichier n’a pas été lu jusqu’au bout. Choisissez-le de nouveau ; rien n’est doublé.',
    columns: 'Colonnes',
    columnsIntro: (rows) =>
      `${rows} lignes. Dites ce que contient chaque colonne ; nous l’avons déduit de l’en-tête.`,
    noColumn: 'Pas dans le fichier',
    nameless: (number) => `Colonne ${number}`,
    defaultCountry: 'Pays, si la ligne n’en a pas',
    defaultTimeZone: 'Fuseau horaire, si la ligne n’en a pas',
    defaultsHint: 'Pour les nouveaux sites, et pour les numéros sans indicatif.',
    missing: (fields) => `Il manque encore : ${fields}.`,
    check: 'Vérifier les lignes',
    checking: 'Vérification de chaque ligne…',
    report: 'Rapport',
    creates: (count, number, sites, newSites) =>
      `${count} ${number < 2 ? 'contact serait ajouté' : 'contacts seraient ajoutés'}${newSites === 0 ? '' : `, et ${sites} ${newSites === 1 ? 'nouveau site' : 'nouveaux sites'}`}.`,
    others: {
      onList: (count, number) =>
        number === 1 ? '1 est déjà sur sa liste.' : `${count} sont déjà sur leur liste.`,
      refused: (count, number) =>
        number === 1 ? '1 ne peut pas être accepté.' : `${count} ne peuvent pas être acceptés.`,
      landlines: (count, number) =>
        number === 1
          ? '1 a un numéro qui n’est pas un mobile.'
          : `${count} ont un numéro qui n’est pas un mobile.`,
    },
    nothingSent: 'Une importation n’envoie aucun SMS. Vous pourrez valider et envoyer ensuite.',
    write: (count) => `Importer ${count}`,
    starting: 'Démarrage…',
    refusedRows: 'Lignes qui ne peuvent pas être acceptées',
    goodRows: 'Lignes qui seraient ajoutées',
  },
  many: {
    heading: 'Valider et envoyer',
    onlyStep: (step) => `Seulement aux sites dont la prochaine étape est « ${step} ».`,
    allSites: 'Pour tous les sites',
    toValidate: (count) =>
      count === 0 ? 'Tous les numéros sont validés.' : `${people(count)} avec un numéro non validé.`,
    toSend: (count, segments) =>
      count === 0
        ? 'Tous ceux qui peuvent en recevoir un ont eu un SMS de bienvenue.'
        : `${people(count)} sans SMS de bienvenue : ${segments === 1 ? '1 segment en tout' : `${segments} segments en tout`}.`,
    notSent: (count) =>
      `${people(count)} n’en recevraient pas : pas un mobile, refus, désinscription, ou SMS trop long.`,
    validate: 'Tout valider',
    send: 'Envoyer à tous…',
    starting: 'Démarrage…',
    sendTitle: 'Envoyer les SMS de bienvenue',
    sendNow: (count) => `Envoyer à ${people(count)}`,
    validateFirst: (count) =>
      `${people(count)} ne sont pas encore validés. Valider d’abord épargne des SMS vers des fixes.`,
    textOf: (language, contacts) => `${language} : ${people(contacts)}`,
    exampleFor: (name, segments) => `Pour ${name}, ${segments === 1 ? '1 segment' : `${segments} segments`}`,
    daytime: 'Les SMS en lot partent de 8 h à 21 h selon le site ; vous pouvez arrêter à tout moment.',
  },
  export: {
    heading: 'Exporter',
    intro:
      'Pour le logiciel du centre de télésurveillance : compte, rang, fonction, téléphone et statut en CSV.',
    everybody: 'Tout le monde',
    changed: 'Modifiés depuis la dernière exportation',
    making: 'Création du fichier…',
    made: (count) =>
      count === 0 ? 'Rien n’a changé depuis la dernière exportation.' : `${people(count)} exportés.`,
  },
};
