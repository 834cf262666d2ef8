/** One change, as the API's event stream reports it. */
interface Change {
  readonly siteId: string;
  readonly contactId: string | null;
}

export type Connection = 'connecting' | 'open' | 'lost';

interface Listener {
  onChange(change: Change): void;
  /** `open` after `lost` means that changes may have been missed. */
  onConnection(connection: Connection): void;
}

/** The API sends a heartbeat every 20 seconds; two missed ones mean a dead connection that nobody closed. */
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'siteId' in value && typeof value.siteId === 'string';

/**
 * Listens to the API's live changes for as long as it lives. EventSource reconnects by itself only after some
 * failures (not after a refused answer or on a silent line), so every loss is mended here, with growing pauses.
 * @returns ends it
 */
export const openEventStream = (url: string, listener: Listener): (() => void) => {
  let source: EventSource | null = null;
  let wait = FIRST_WAIT_MS;
  let retry: number | undefined;
  let silence: number | undefined;

  const close = (): void => {
    window.clearTimeout(silence);
    window.clearTimeout(retry);
    source?.close();
    source = null;
  };
  const lose = (): void => {
    close();
    listener.onConnection('lost');
    retry = window.setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const heard = (): void => {
    window.clearTimeout(silence);
    silence = window.setTimeout(lose, SILENCE_MS);
  };
  function connect(): void {
    close();
    source = new EventSource(url);
    source.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      heard();
      listener.onConnection('open');
    });
    source.addEventListener('error', lose);
    source.addEventListener('heartbeat', heard);
    source.addEventListener('change', (event: MessageEvent<string>) => {
      heard();
      const change: unknown = JSON.parse(event.data);
      if (isChange(change)) listener.onChange(change);
    });
  }

  window.addEventListener('online', connect);
  // A line that went dead under an open stream shows itself only by silence; the browser knows sooner.
  window.addEventListener('offline', lose);
  connect();
  return () => {
    window.removeEventListener('online', connect);
    window.removeEventListener('offline', lose);
    close();
  };
};
