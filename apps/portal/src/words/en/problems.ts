export const problems = {
  offline: 'The server can’t be reached. Check your connection; what you entered is still here.',
  unreadable: (status: number) =>
    `The server gave an answer that can’t be read (${status}). Nothing you entered is lost; try again.`,
  checkFields: 'Some fields need another look. They say what would be accepted.',
  canRetry: 'It can be sent again',
  loadFailed: 'This could not be loaded',
  crashed: 'Something went wrong on this page',
  crashedAdvice: 'Load the page again. If it comes back, tell support what you were doing.',
  reload: 'Load again',
  notFound: 'There is no such page',
  notFoundAdvice: 'The address may be mistyped, or it belongs to somebody else’s account.',
  toSites: 'Go to your sites',
};
