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

/** Names of a brand's texts. */
export const TEXT_KINDS = ['welcome', 'confirmation', 'help', 'optOutNotice'] as const;

/**
 * What a brand says unless it words it otherwise. Spanish and French keep to the letters of the short encoding (é, è,
 * ñ, but no í, ó, ç): one other letter would double what every text costs.
 */
export const DEFAULT_TEXTS: Readonly<Record<Locale, TextTemplates>> = {
  en: {
    welcome:
      '{{brand}}: {{namedBy}} named you an emergency contact for {{site}}. See how alarm texts work & confirm: {{link}} Msg frequency varies. Msg&data rates may apply. Reply HELP for help, STOP to opt out.',
    confirmation:
      "{{brand}}: you're set for alarm texts about {{site}}. Msg frequency varies. Msg&data rates may apply. HELP for help, STOP to opt out.",
    help: '{{brand}}: alarm texts for the contacts of our customers. Questions? Call {{phone}}. Reply STOP to opt out.',
    optOutNotice: '{{brand}}: you are opted out and get no more texts from us. Text START to come back.',
  },
  es: {
    welcome:
      '{{brand}}: {{namedBy}} le ha puesto como contacto de emergencia de {{site}}. Vea de qué se trata y confirme: {{link}} Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. Responda HELP para ayuda, STOP para darse de baja.',
    confirmation:
      '{{brand}}: todo listo para los mensajes de alarma de {{site}}. Frecuencia variable. Pueden aplicarse tarifas de mensajes y datos. HELP para ayuda, STOP para darse de baja.',
    help: '{{brand}}: mensajes de alarma para los contactos de nuestros clientes. Preguntas: llame al {{phone}}. Responda STOP para darse de baja.',
    optOutNotice: '{{brand}}: se ha dado de baja y no le enviaremos nada. Escriba START para volver.',
  },
  fr: {
    welcome:
      "{{brand}} : {{namedBy}} vous a désigné contact d'urgence pour {{site}}. Pour voir et confirmer : {{link}} Fréquence variable. Des frais de messages et données peuvent s'appliquer. Répondez HELP pour de l'aide, STOP pour finir.",
    confirmation:
      "{{brand}} : vous recevrez les SMS d'alarme de {{site}}. Fréquence variable. Des frais de messages et données peuvent s'appliquer. HELP pour de l'aide, STOP pour finir.",
    help: "{{brand}} : SMS d'alarme pour les contacts de nos clients. Une question ? Appelez le {{phone}}. Répondez STOP pour ne plus rien recevoir.",
    optOutNotice: '{{brand}} : vous ne recevrez plus rien de nous. Envoyez START pour revenir.',
  },
  ar: {
    welcome:
      '{{brand}}: أضافك {{namedBy}} جهة اتصال للطوارئ في {{site}}. تعرّف على رسائل الإنذار وأكّد هنا: {{link}} يختلف عدد الرسائل. قد تُطبَّق رسوم الرسائل والبيانات. أرسل HELP للمساعدة أو STOP للإيقاف.',
    confirmation:
      '{{brand}}: ستصلك رسائل الإنذار الخاصة بموقع {{site}}. يختلف عدد الرسائل. قد تُطبَّق رسوم الرسائل والبيانات. أرسل HELP للمساعدة أو STOP للإيقاف.',
    help: '{{brand}}: رسائل إنذار لجهات اتصال عملائنا. لأي سؤال اتصل على {{phone}}. أرسل STOP للإيقاف.',
    optOutNotice: '{{brand}}: تم إيقاف الرسائل ولن نرسل إليك شيئًا بعد الآن. أرسل START للعودة.',
  },
};
