export const settings = {
  navigation: 'Settings pages',
  language: {
    title: 'Language',
    intro:
      'What the portal is written in, in this browser, and the mails that you get. What contacts read follows the site’s language.',
    ofBrowser: (language: string) => `As this browser prefers (${language})`,
  },
};
