import type { ReaderLanguage } from './reader-language.ts';

/** Sentences in the other languages. */
type Other = Readonly<Record<Exclude<ReaderLanguage, 'en'>, string>>;

/**
 * What is said about a file that was not taken, by the English sentence or its beginning: some of them come from the
 * programs that read files, which know no reader.
 */
const FILE_WORDS: Readonly<Record<string, Other>> = {
  'The file is larger than': {
    es: 'El archivo es demasiado grande.',
    fr: 'Le fichier est trop grand.',
  },
  'It takes too long or too much memory to read.': {
    es: 'Leerlo tarda demasiado u ocupa demasiada memoria.',
    fr: 'Le lire prend trop de temps ou trop de mémoire.',
  },
  'The drawing is larger than 1 MB.': {
    es: 'El dibujo ocupa más de 1 MB.',
    fr: 'Le dessin fait plus de 1 Mo.',
  },
  'The drawing defines entities; export it as plain SVG.': {
    es: 'El dibujo define entidades; expórtelo como SVG sencillo.',
    fr: 'Le dessin définit des entités ; exportez-le en SVG simple.',
  },
  'This is no picture that can be used.': {
    es: 'Esto no es una imagen que se pueda usar.',
    fr: 'Ce n’est pas une image utilisable.',
  },
  'The picture has too many pixels (more than 40 million).': {
    es: 'La imagen tiene demasiados píxeles (más de 40 millones).',
    fr: 'L’image a trop de pixels (plus de 40 millions).',
  },
  'The picture is damaged or not what it claims to be.': {
    es: 'La imagen está dañada o no es lo que dice ser.',
    fr: 'L’image est abîmée ou n’est pas ce qu’elle prétend être.',
  },
  'The picture is empty or tiny.': {
    es: 'La imagen está vacía o es diminuta.',
    fr: 'L’image est vide ou minuscule.',
  },
  'There is nothing to be seen on it.': { es: 'En ella no se ve nada.', fr: 'On n’y voit rien.' },
  'This is no MP4 film.': { es: 'Esto no es un vídeo MP4.', fr: 'Ce n’est pas une vidéo MP4.' },
  'It is no MP4 file that can be read.': {
    es: 'No es un archivo MP4 que se pueda leer.',
    fr: 'Ce n’est pas un fichier MP4 lisible.',
  },
  'It has no picture.': { es: 'No tiene imagen.', fr: 'Elle n’a pas d’image.' },
  'It shows nothing.': { es: 'No muestra nada.', fr: 'Elle ne montre rien.' },
  'It is longer than ten minutes.': {
    es: 'Dura más de diez minutos.',
    fr: 'Elle dure plus de dix minutes.',
  },
  'Its picture of': {
    es: 'Su imagen es mayor de 1920 × 1920.',
    fr: 'Son image dépasse 1920 × 1920.',
  },
  'Its picture is': {
    es: 'Su imagen está en un formato que no todos los teléfonos reproducen.',
    fr: 'Son image est dans un format que certains téléphones ne lisent pas.',
  },
  'Its sound is': {
    es: 'Su sonido está en un formato que no todos los teléfonos reproducen.',
    fr: 'Son son est dans un format que certains téléphones ne lisent pas.',
  },
  'The times of the': {
    es: 'Los tiempos de un subtítulo no encajan.',
    fr: 'Les temps d’un sous-titre ne conviennent pas.',
  },
  'More than': { es: 'Tiene demasiados subtítulos.', fr: 'Il y a trop de sous-titres.' },
  'It holds no captions with times such as': {
    es: 'No contiene subtítulos con tiempos como 00:00:01.000 --> 00:00:04.000.',
    fr: 'Il n’y a pas de sous-titres avec des temps comme 00:00:01.000 --> 00:00:04.000.',
  },
};

/** What is taken, by the English words. */
const ACCEPTED: Readonly<Record<string, Other>> = {
  'a PNG, JPEG, WebP or SVG of at most 5 MB': {
    es: 'un PNG, JPEG, WebP o SVG de 5 MB como máximo',
    fr: 'un PNG, JPEG, WebP ou SVG de 5 Mo au plus',
  },
  'a PNG, JPEG or WebP of at most 5 MB': {
    es: 'un PNG, JPEG o WebP de 5 MB como máximo',
    fr: 'un PNG, JPEG ou WebP de 5 Mo au plus',
  },
  'an MP4 of at most 60 MB with H.264 picture and AAC sound': {
    es: 'un MP4 de 60 MB como máximo, con imagen H.264 y sonido AAC',
    fr: 'un MP4 de 60 Mo au plus, avec image H.264 et son AAC',
  },
  'a WebVTT file (.vtt) of at most 200 kB': {
    es: 'un archivo WebVTT (.vtt) de 200 kB como máximo',
    fr: 'un fichier WebVTT (.vtt) de 200 ko au plus',
  },
};

/** Why a file was not taken, and what would be, in the reader's language; null for words that are not of files. */
export const fileWordsIn = (
  { message, accepted }: { readonly message: string; readonly accepted: string },
  language: Exclude<ReaderLanguage, 'en'>,
): { readonly message: string; readonly accepted: string } | null => {
  const what = ACCEPTED[accepted];
  const said = Object.entries(FILE_WORDS).find(([beginning]) => message.startsWith(beginning))?.[1];
  if (what === undefined || said === undefined) return null;
  return { message: said[language], accepted: what[language] };
};
