export const archiveSite = {
  archive: 'Archive the site',
  archiving: 'Archiving…',
  keep: 'Keep',
  question: 'Archive this site?',
  meaning:
    'It and its contacts leave the lists, texts that wait are cancelled and links stop working. You can bring it back at any time.',
  isArchived: 'This site is archived',
  since: 'Archived',
  isArchivedMeaning:
    'Nobody here is texted. Brought back, its contacts are as they were; links have to be sent again.',
  restore: 'Bring the site back',
  restoring: 'Bringing it back…',
};
