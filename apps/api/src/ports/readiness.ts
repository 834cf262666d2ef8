/** Port: whether the process can serve. */
export abstract class Readiness {
  abstract check(): Promise<boolean>;
}
