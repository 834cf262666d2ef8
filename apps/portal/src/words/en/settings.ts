export const settings = { navigation: 'Settings pages' };
