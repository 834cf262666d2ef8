/** Who told us that a number wants no texts of a brand. */
export const OPT_OUT_SOURCES = ['stop', 'page', 'dealer', 'provider'] as const;
export type OptOutSource = (typeof OPT_OUT_SOURCES)[number];

/** The opt-out of a number from a brand; shared by all contacts with that number. START clears it. */
export interface OptOut {
  readonly state: boolean;
  readonly by: OptOutSource | null;
  readonly at: Date | null;
}

export const NOT_OPTED_OUT: OptOut = { state: false, by: null, at: null };
