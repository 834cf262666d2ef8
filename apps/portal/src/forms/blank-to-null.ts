/** An empty field means that nothing is given. */
export const blankToNull = (text: string): string | null => (text.trim() === '' ? null : text);
