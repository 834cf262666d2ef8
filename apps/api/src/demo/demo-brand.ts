import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { brandColours } from '@keyholder/domain/branding/colours';
import { displayPhone } from '@keyholder/domain/phone/phone-number';
import type { BuiltInMedia } from '../adapters/welcome-site/built-in-media.ts';
import { DEMO } from './demo-company.ts';

/** The demo company's welcome page. */
export const demoBrandPage = (media: BuiltInMedia): BrandPage => {
  const { key, name, colour, phone } = DEMO.brand;
  return {
    brandKey: key,
    name,
    logoLight: media.demoLogo.light,
    logoDark: media.demoLogo.dark,
    colours: brandColours(colour),
    phone,
    phoneDisplay: displayPhone(phone),
    website: 'https://riverside.example',
    privacyUrl: 'https://riverside.example/privacy',
    termsUrl: 'https://riverside.example/terms',
    defaultLanguage: 'en',
    words: {
      en: {
        heading: 'You are an emergency contact',
        body: `When an alarm goes off, ${name} texts you so that you can tell us in seconds whether to send help. The short video shows how it works. Then confirm below.`,
        video: media.introductions.en ?? null,
      },
    },
    card: null,
    videoRequired: false,
    version: 1,
  };
};
