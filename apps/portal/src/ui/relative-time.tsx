import { useLayoutEffect } from 'react';
import { catchUp, useNow } from '../format/clock.ts';
import { exactTime, relativeTime } from '../format/relative-time.ts';
import { useFormattingLocale } from '../format/use-locale.ts';

/** "3 minutes ago", with the exact moment on hover. @param moment ISO 8601 */
export function RelativeTime({ moment }: { readonly moment: string }) {
  const locale = useFormattingLocale();
  const now = useNow();
  const date = new Date(moment);
  useLayoutEffect(catchUp, [moment]);
  return (
    <time dateTime={moment} title={exactTime(date, locale)}>
      {relativeTime(date, now, locale)}
    </time>
  );
}
