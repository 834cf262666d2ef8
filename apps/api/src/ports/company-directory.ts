/** Port: which companies there are, before one is known as a tenant. Answers are ids only. */
export abstract class CompanyDirectory {
  /**
   * Companies, the newest first.
   * @param words part of the name; empty: all
   * @param page `before`: the last one of the page before
   */
  abstract list(
    words: string,
    page: { readonly before: string | null; readonly most: number },
  ): Promise<readonly string[]>;
}
