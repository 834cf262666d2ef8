import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';

export type { CountryCode };

/** True for an ISO 3166-1 alpha-2 code (upper case) that has a numbering plan. */
export const isCountry = (value: string): value is CountryCode => isSupportedCountry(value);

/** Every country and territory with a numbering plan, ISO 3166-1 alpha-2. */
export const countries = (): readonly CountryCode[] => getCountries();
