/** Why something about an account did not work: the server's code, or `offline`, or `too_many`. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(code);
  }
}
