/** Days that a link to the welcome page lives, unless the brand sets another number. */
export const LINK_LIFE_DAYS = 30;

/** 22 base64url characters: 132 bits of a keyed hash, of which only a hash is stored. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/u;

export const TOKEN_LENGTH = 22;

/** True for a string of the form that link tokens have; says nothing about whether such a link exists. */
export const isLinkToken = (value: string): boolean => TOKEN.test(value);

/** The address that a welcome text carries. The token stands in the fragment, which no server and no log sees. */
export const linkAddress = (linkOrigin: string, brandKey: string, token: string): string =>
  `${linkOrigin}/${brandKey}/#${token}`;
