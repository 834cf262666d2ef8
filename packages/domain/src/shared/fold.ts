/** Text as it is compared: without accents, case, runs of spaces and differences between apostrophes. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[‘’ʼ]/gu, "'")
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim();
