/**
 * Whose rows a unit of work may see. The database enforces it (row-level security); a program that forgets a filter
 * sees nothing of others.
 */
export interface Tenant {
  readonly companyId: string;
  /** Null: the company as a whole, for what belongs to no single dealer (a brand's replies and opt-outs). */
  readonly dealerId: string | null;
}
