import type { Locale } from './locale.ts';

/** What a welcome page says unless the brand words it otherwise; Handlebars with the brand's variable `{{brand}}` only. */
export interface PageWordsTemplate {
  readonly heading: string;
  readonly body: string;
}

/** The built-in words of the welcome page in every language; true of a page with the video and of one without. */
export const BUILT_IN_PAGE_WORDS: Readonly<Record<Locale, PageWordsTemplate>> = {
  en: {
    heading: 'Get a text when the alarm goes off',
    body: '{{brand}} can text you the moment an alarm needs checking. One short answer from you can stop a false alarm, or bring help sooner. Confirm below to get these texts.',
  },
  es: {
    heading: 'Reciba un mensaje cuando suene la alarma',
    body: '{{brand}} puede enviarle un mensaje de texto en cuanto haya que verificar una alarma. Una respuesta breve evita una falsa alarma o hace llegar antes la ayuda. Confirme abajo para recibir estos mensajes.',
  },
  fr: {
    heading: 'Recevez un SMS quand l’alarme se déclenche',
    body: '{{brand}} peut vous envoyer un SMS dès qu’une alarme doit être vérifiée. Une courte réponse évite une fausse alerte ou fait venir les secours plus vite. Confirmez ci-dessous pour recevoir ces SMS.',
  },
  ar: {
    heading: 'رسالة نصية تصلك عند انطلاق الإنذار',
    body: 'يمكن لشركة {{brand}} أن ترسل إليك رسالة نصية فور الحاجة إلى التحقق من إنذار. رد قصير منك قد يمنع إنذارًا كاذبًا أو يسرّع وصول المساعدة. اضغط على زر التأكيد أدناه لتلقي هذه الرسائل.',
  },
};
