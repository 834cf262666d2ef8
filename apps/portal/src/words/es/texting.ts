import type { Words } from '../en/index.ts';

export const texting: Words['texting'] = {
  title: 'Recordatorios y horas de silencio',
  reminders: 'Recordatorios',
  reminder: 'Recordar a los contactos que no respondieron',
  reminderHint: 'Una vez, después de entregar el mensaje de bienvenida.',
  quietHours: 'Horas de silencio',
  quietIntro:
    'Los recordatorios, importaciones y programas no envían nada mientras tanto, según el reloj del sitio. Lo que envía una pulsación de Enviar sale enseguida.',
  quietFrom: 'Desde',
  quietUntil: 'Hasta',
  lineChecks: 'Comprobación de números',
  recheck: 'Comprobar de nuevo los números',
  recheckHint: 'Cada comprobación cuesta.',
  never: 'Nunca',
  saved: 'Guardado.',
  stopped: 'En este momento no sale ningún mensaje.',
  afterDays: (count) => (count === 1 ? 'Después de 1 día' : `Después de ${count} días`),
  keptBack: (count) => `${count} de los suyos esperan y saldrán solos.`,
};
