/** Port to the exports that a dealer has made. */
export interface ExportRepository {
  add(made: {
    readonly id: string;
    /** Null: all sites. */
    readonly siteId: string | null;
    /** Only what has changed after this; null: everybody. */
    readonly since: Date | null;
    readonly until: Date;
    readonly by: string;
  }): Promise<void>;
  /** Up to when the last export of the same site, or of all, reached; null where there was none. */
  last(siteId: string | null): Promise<Date | null>;
}
