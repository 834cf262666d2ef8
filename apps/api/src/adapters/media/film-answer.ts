/** What the program that reads films says. */
export type FilmAnswer =
  | {
      readonly kind: 'film';
      readonly width: number;
      readonly height: number;
      readonly seconds: number;
      /** Bytes of the file it wrote. */
      readonly bytes: number;
    }
  /** Why it was not taken. */
  | { readonly kind: 'refused'; readonly message: string };
