/** Why an attempt to reach a webhook failed, in the words of Twilio's retry policy. */
export type FailureClass = 'ct' | 'rt' | '4xx' | '5xx';

export interface ConnectionOverrides {
  /** The URL that is requested and signed. */
  url: string;
  connectTimeoutMs: number;
  readTimeoutMs: number;
  totalMs: number;
  retries: number;
  /** Failures after which a retry is made. */
  retryOn: ReadonlySet<FailureClass>;
}

const everything: readonly FailureClass[] = ['ct', 'rt', '4xx', '5xx'];

function within(value: string | null, fallback: number, min: number, max: number): number {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= min && number <= max ? number : fallback;
}

/**
 * Splits a webhook URL from the settings in its fragment, such as `#rc=5&rp=ct,rt,5xx`. What is missing or out of
 * range keeps Twilio's default.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionOverrides(configuredUrl: string): ConnectionOverrides {
  const hash = configuredUrl.indexOf('#');
  const url = hash === -1 ? configuredUrl : configuredUrl.slice(0, hash);
  const settings = new URLSearchParams(hash === -1 ? '' : configuredUrl.slice(hash + 1));
  const policy = (settings.get('rp') ?? 'ct').split(',');
  return {
    url,
    connectTimeoutMs: within(settings.get('ct'), 5_000, 100, 10_000),
    readTimeoutMs: within(settings.get('rt'), 15_000, 100, 15_000),
    totalMs: within(settings.get('tt'), 15_000, 100, 15_000),
    retries: within(settings.get('rc'), 1, 0, 5),
    retryOn: new Set(everything.filter((failure) => policy.includes(failure) || policy.includes('all'))),
  };
}
