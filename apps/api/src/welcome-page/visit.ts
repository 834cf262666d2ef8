/** Where a call of the welcome page came from; part of the consent evidence. */
export interface Visit {
  /** IP address as the server saw it. */
  readonly address: string;
  /** The User-Agent header, at most 300 characters. */
  readonly browser: string;
}
