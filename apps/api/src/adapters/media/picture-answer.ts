/** What the program that reads pictures says; bytes are base64. */
export type PictureAnswer =
  | {
      readonly kind: 'picture';
      readonly webp: string;
      readonly width: number;
      readonly height: number;
      /** For contact cards; null for a poster. */
      readonly jpeg: string | null;
      /** A small copy, to measure; null for a poster. */
      readonly pixels: { readonly width: number; readonly height: number; readonly rgba: string } | null;
      /** Null for a drawing. */
      readonly sourceWidth: number | null;
    }
  /** It could not be read; `tooLarge`: it has too many pixels. */
  | { readonly kind: 'refused'; readonly tooLarge: boolean };
