import { createHash } from 'node:crypto';

/** What every API key begins with, so that people and secret scanners recognise one. */
export const API_KEY_PREFIX = 'khk_';

/** How a key is stored. Keys are 256 random bits, so a plain hash is enough. */
export const hashApiKey = (key: string): Buffer => createHash('sha256').update(key).digest();
