import type { Introduction } from './slides.ts';

/** What the English introduction shows and says. It names no company, so every brand can use it. */
export const en: Introduction = {
  language: 'en',
  voice: 'en-us',
  wordsPerMinute: 164,
  poster: { title: 'How alarm texts work', note: 'What they are, and what you do' },
  scenes: [
    {
      title: 'Alarm texts',
      note: 'What they are, and what you do',
      picture: 'phone',
      spoken: ['This short video explains alarm texts.'],
    },
    {
      title: 'An alarm goes off',
      note: 'The monitoring center texts you',
      picture: 'alarm',
      spoken: [
        'When an alarm goes off at your site, the monitoring center can text you.',
        'The text says what was noticed, and where.',
      ],
    },
    {
      title: 'Just answer',
      note: 'All fine? Or is help needed?',
      picture: 'chat',
      spoken: [
        'Just answer: all is fine, or send help.',
        'If you are in danger, call your emergency number first.',
      ],
    },
    {
      title: 'You stay in control',
      note: 'Stop the texts at any time',
      picture: 'words',
      spoken: ['Reply STOP at any time, and the texts end.', 'Reply HELP if you have a question.'],
    },
    {
      title: 'Ready? Press Confirm',
      note: 'It is the button below this video',
      picture: 'confirm',
      spoken: ['To get alarm texts, press Confirm, below this video. Thank you!'],
    },
  ],
  drawn: {
    alarmText: 'Alarm at your site: front door. Do you know why?',
    fine: 'Yes, that is me',
    or: 'or',
    help: 'No, send help',
    stop: 'STOP',
    stopNote: 'ends the texts',
    helpWord: 'HELP',
    helpNote: 'answers questions',
    confirm: 'Confirm',
  },
};
