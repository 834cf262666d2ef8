/** Port: makes keys to the API. */
export abstract class ApiKeyMaker {
  abstract make(): {
    /** Shown once. */
    readonly key: string;
    /** First characters, to recognise it by. */
    readonly prefix: string;
    /** What is kept. */
    readonly hash: Uint8Array;
  };
}
