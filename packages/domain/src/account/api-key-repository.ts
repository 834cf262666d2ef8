import type { ApiKeyDetails } from './api-key-details.ts';

/** Port to the API keys of one dealer. Only hashes are kept. */
export interface ApiKeyRepository {
  add(
    key: ApiKeyDetails & {
      readonly id: string;
      /** First characters, to recognise it by. */
      readonly prefix: string;
      readonly hash: Uint8Array;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void>;
  /** The key's name; null where there is none of this dealer, or it is revoked already. */
  revoke(id: string, at: Date): Promise<{ readonly name: string } | null>;
}
