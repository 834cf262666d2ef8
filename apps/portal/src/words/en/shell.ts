export const connection = {
  lost: 'Connection lost – reconnecting. What you see may be out of date.',
};

export const shell = {
  account: 'Account',
  navigation: 'Main',
  home: 'Home',
  sites: 'Sites',
  branding: 'Branding',
  bulk: 'Bulk',
  settings: 'Settings',
  desk: 'Cases',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
};
