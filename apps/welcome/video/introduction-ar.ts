import type { Introduction } from './slides.ts';

/** What the Arabic introduction shows and says. */
export const ar: Introduction = {
  language: 'ar',
  voice: 'ar',
  wordsPerMinute: 140,
  poster: { title: 'كيف تعمل رسائل الإنذار', note: 'ما هي، وما عليك فعله' },
  scenes: [
    {
      title: 'رسائل الإنذار',
      note: 'ما هي، وما عليك فعله',
      picture: 'phone',
      spoken: ['يشرح هذا الفيديو القصير رسائل الإنذار.'],
    },
    {
      title: 'انطلق إنذار',
      note: 'مركز المراقبة يراسلك',
      picture: 'alarm',
      spoken: ['عندما ينطلق إنذار في موقعك، يمكن لمركز المراقبة أن يراسلك.', 'تقول الرسالة ماذا رُصد وأين.'],
    },
    {
      title: 'أجب فقط',
      note: 'هل كل شيء بخير؟ أم تلزم مساعدة؟',
      picture: 'chat',
      spoken: ['أجب فقط: كل شيء بخير، أو أرسلوا المساعدة.', 'إذا كنت في خطر فاتصل برقم الطوارئ أولًا.'],
    },
    {
      title: 'القرار لك دائمًا',
      note: 'أوقف الرسائل متى شئت',
      picture: 'words',
      spoken: ['أرسل STOP في أي وقت فتتوقف الرسائل.', 'أرسل HELP إذا كان لديك سؤال.'],
    },
    {
      title: 'جاهز؟ اضغط تأكيد',
      note: 'إنه الزر أسفل هذا الفيديو',
      picture: 'confirm',
      spoken: ['لتلقي رسائل الإنذار اضغط على زر تأكيد أسفل هذا الفيديو. شكرًا لك!'],
    },
  ],
  drawn: {
    alarmText: 'إنذار في موقعك: الباب الأمامي. هل تعرف السبب؟',
    fine: 'نعم، هذا أنا',
    or: 'أو',
    help: 'لا، أرسلوا المساعدة',
    stop: 'STOP',
    stopNote: 'توقف الرسائل',
    helpWord: 'HELP',
    helpNote: 'تجيب عن الأسئلة',
    confirm: 'تأكيد',
  },
};
