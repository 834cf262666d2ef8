import type { Locale } from '../branding/locale.ts';

/** The texts of one language; Handlebars with the variables of `text-template.ts`. */
export interface TextTemplates {
  readonly welcome: string;
  readonly confirmation: string;
  /** Answers HELP where the provider does not. */
  readonly help: string;
  /** The one text after an opt-out, where the provider sends none. */
  readonly optOutNotice: string;
}

/** What a brand says unless it words it otherwise. */
export const DEFAULT_TEXTS: Readonly<Partial<Record<Locale, TextTemplates>>> & {
  readonly en: TextTemplates;
} = {
  en: {
    welcome:
      '{{brand}}: {{namedBy}} named you an emergency contact for {{site}}. See how alarm texts work & confirm: {{link}} Msg frequency varies. Msg&data rates may apply. Reply HELP for help, STOP to opt out.',
    confirmation:
      "{{brand}}: you're set for alarm texts about {{site}}. Msg frequency varies. Msg&data rates may apply. HELP for help, STOP to opt out.",
    help: '{{brand}}: alarm texts for the contacts of our customers. Questions? Call {{phone}}. Reply STOP to opt out.',
    optOutNotice: '{{brand}}: you are opted out and get no more texts from us. Text START to come back.',
  },
};
