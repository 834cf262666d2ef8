export interface SupportNote {
  readonly body: string;
  readonly by: string | null;
  readonly at: Date;
  /** Written by support, not by the dealer. */
  readonly fromSupport?: boolean;
}

/** Port to the support cases of one tenant. */
export interface SupportCaseRepository {
  /**
   * Opens a case for a contact, with everything that was known at that moment; null where one is open already (one
   * open case per contact).
   */
  open(supportCase: {
    readonly contactId: string;
    readonly siteId: string;
    /** The dealer says that the line check is wrong: it is a cell phone. */
    readonly disputedCheck: boolean;
    readonly bundle: Readonly<Record<string, unknown>>;
    readonly by: string;
    /** Id of the person who is told of an answer; null where software asked. */
    readonly byId: string | null;
    readonly at: Date;
  }): Promise<{ readonly caseId: string } | null>;
  /** The contact's open case; null where there is none. */
  findOpen(contactId: string): Promise<{ readonly caseId: string } | null>;
  /** Notes, once said, that the dealer disputes the line check. */
  dispute(caseId: string): Promise<void>;
  /** An open case, locked until the transaction ends; null where it is closed. */
  openForChange(caseId: string): Promise<{ readonly contactId: string; readonly siteId: string } | null>;
  close(caseId: string, by: { readonly by: string; readonly at: Date }): Promise<void>;
  /** Who asked about which contact; `by` is null where software did. */
  asked(
    caseId: string,
  ): Promise<{ readonly by: string | null; readonly contactId: string; readonly siteId: string } | null>;
  /** A note of support's also marks the case as answered. */
  addNote(caseId: string, note: SupportNote): Promise<void>;
}
