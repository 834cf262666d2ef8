import type { Introduction } from './slides.ts';

/** What the Spanish introduction shows and says. */
export const es: Introduction = {
  language: 'es',
  voice: 'es-419',
  wordsPerMinute: 158,
  poster: { title: 'Mensajes de alarma', note: 'Qué son y qué hace usted' },
  scenes: [
    {
      title: 'Mensajes de alarma',
      note: 'Qué son y qué hace usted',
      picture: 'phone',
      spoken: ['Este breve video explica los mensajes de alarma.'],
    },
    {
      title: 'Suena una alarma',
      note: 'La central de monitoreo le escribe',
      picture: 'alarm',
      spoken: [
        'Cuando suena una alarma en su sitio, la central de monitoreo puede enviarle un mensaje.',
        'El mensaje dice qué se detectó y dónde.',
      ],
    },
    {
      title: 'Solo responda',
      note: '¿Todo bien? ¿O hace falta ayuda?',
      picture: 'chat',
      spoken: [
        'Solo responda: todo está bien, o envíen ayuda.',
        'Si está en peligro, llame primero al número de emergencias.',
      ],
    },
    {
      title: 'Usted decide',
      note: 'Detenga los mensajes cuando quiera',
      picture: 'words',
      spoken: [
        'Responda STOP en cualquier momento y los mensajes terminan.',
        'Responda HELP si tiene una pregunta.',
      ],
    },
    {
      title: '¿Listo? Pulse Confirmar',
      note: 'Es el botón debajo de este video',
      picture: 'confirm',
      spoken: ['Para recibir mensajes de alarma, pulse Confirmar, debajo de este video. ¡Gracias!'],
    },
  ],
  drawn: {
    alarmText: 'Alarma en su sitio: puerta principal. ¿Sabe por qué?',
    fine: 'Sí, soy yo',
    or: 'o',
    help: 'No, envíen ayuda',
    stop: 'STOP',
    stopNote: 'termina los mensajes',
    helpWord: 'HELP',
    helpNote: 'responde preguntas',
    confirm: 'Confirmar',
  },
};
