import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Connection } from '../live/event-stream.ts';
import { useWords } from '../words/words.tsx';
import { LiveStatus } from '../ui/live-status.tsx';

/** A short hiccup mends itself before anyone needs to read about it. */
const PATIENCE_MS = 1500;

/** Says that live changes do not arrive, for as long as that is so. */
export function ConnectionBanner({ connection }: { readonly connection: Connection }) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (connection !== 'lost') return undefined;
    const patience = window.setTimeout(() => {
      setShown(true);
    }, PATIENCE_MS);
    return () => {
      window.clearTimeout(patience);
      setShown(false);
    };
  }, [connection]);
  return (
    <LiveStatus className="connection">
      {shown && (
        <p>
          <WifiOff aria-hidden />
          {words.connection.lost}
        </p>
      )}
    </LiveStatus>
  );
}
