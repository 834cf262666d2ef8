/**
 * What an edit starts again. `number`: line check, welcome and agreement. `person`: welcome and agreement, on a number
 * that is known. Either way texts that still wait are cancelled and old links die.
 */
export const RESTARTS = ['number', 'person'] as const;
export type Restart = (typeof RESTARTS)[number];
