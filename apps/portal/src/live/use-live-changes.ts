import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contactKeys } from '../api/contacts.ts';
import { forActingDealer } from '../api/acting.ts';
import { meKey } from '../api/session.ts';
import { homeKeys } from '../api/home.ts';
import { siteKeys } from '../api/sites.ts';
import { openEventStream, type Connection } from './event-stream.ts';

/** Changes come in bursts (a text is accepted, sent, delivered within a second): ask once for each burst. */
const BURST_MS = 120;
/** While one burst follows the other, as in an import, asking once in so long is enough. */
const STREAM_MS = 1500;

/**
 * Keeps everything that is shown up to date while it is mounted.
 * @param dealerId the dealer that is acted for; null: nothing changes live
 * @returns how the connection is
 */
export const useLiveChanges = (dealerId: string | null): Connection => {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');

  useEffect(() => {
    let stale = new Set<string>();
    let burst: number | undefined;
    let wasLost = false;
    let refreshedAt = 0;

    const refresh = (): void => {
      burst = undefined;
      refreshedAt = Date.now();
      const keys = [...stale].map((key) => JSON.parse(key) as readonly string[]);
      stale = new Set();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    };
    if (dealerId === null) return undefined;
    const stop = openEventStream(forActingDealer('/api/v1/events'), {
      onChange({ siteId, contactId }) {
        stale.add(JSON.stringify(homeKeys.all));
        stale.add(JSON.stringify(siteKeys.lists)).add(JSON.stringify(siteKeys.one(siteId)));
        if (contactId !== null) stale.add(JSON.stringify(contactKeys.one(contactId)));
        burst ??= window.setTimeout(refresh, Date.now() - refreshedAt < STREAM_MS ? STREAM_MS : BURST_MS);
      },
      onConnection(next) {
        setConnection(next);
        // A session that ended looks like a lost connection; asking who is signed in tells them apart.
        if (next === 'lost') void client.invalidateQueries({ queryKey: meKey });
        else if (wasLost) void client.invalidateQueries();
        wasLost = next === 'lost';
      },
    });
    return () => {
      window.clearTimeout(burst);
      stop();
    };
  }, [client, dealerId]);

  return connection;
};
