/** What the document tells its script (`data-settings`). */
interface Settings {
  /** Version of the published page, kept as evidence of what was shown. */
  readonly v: number;
  /** Confirm stays closed until the video was played to its end. */
  readonly need: boolean;
  /** The brand's first page, whose language nobody has chosen yet. */
  readonly first: boolean;
  readonly t: Readonly<
    Record<'confirm' | 'confirming' | 'again' | 'loading' | 'slow' | 'offline' | 'failed', string>
  >;
}

export const settings = JSON.parse(document.body.dataset['settings'] ?? '') as Settings;

/** The page's language, which is the one the contact reads it in. */
export const language = document.documentElement.lang;
