import { createHash, randomBytes } from 'node:crypto';
import { ApiKeyMaker } from '../../ports/api-key-maker.ts';

/** What every API key begins with, so that people and secret scanners recognise one: `khk_[A-Za-z0-9_-]{43}`. */
export const API_KEY_PREFIX = 'khk_';

const SHOWN_CHARACTERS = 8;

/** First characters of a key, to recognise it by in a list. */
export const shownPrefix = (key: string): string => key.slice(0, SHOWN_CHARACTERS);

/** How a key is stored. Keys are 256 random bits, so a plain hash is enough. */
export const hashApiKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Keys of 256 random bits. */
export class RandomApiKeys extends ApiKeyMaker {
  make(): ReturnType<ApiKeyMaker['make']> {
    const key = API_KEY_PREFIX + randomBytes(32).toString('base64url');
    return { key, prefix: shownPrefix(key), hash: hashApiKey(key) };
  }
}
