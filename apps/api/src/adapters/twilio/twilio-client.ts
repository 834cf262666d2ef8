import { Agent } from 'node:http';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey: { readonly sid: string; readonly secret: string } | null;
  /** Where requests go instead of twilio.com; null for the real one. */
  readonly baseUrl: string | null;
}

/** Longer than any answer we have reason to wait for; after it the outcome is unknown. */
const TIMEOUT_MS = 10_000;

/** Twilio limits requests in flight per account; more only earns 20429. */
const MAX_SOCKETS = 20;

/** Sends requests for twilio.com to another base URL, path unchanged. */
class RewritingClient extends RequestClient {
  constructor(
    private readonly baseUrl: string,
    options: RequestClient.RequestClientOptions,
  ) {
    super(options);
    // The SDK bounds its connections for https only; a stand-in on http is to see no more of them than Twilio would.
    this.axios.defaults.httpAgent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  }

  override request<T>(
    options: RequestClient.RequestOptions<T>,
  ): ReturnType<typeof RequestClient.prototype.request<T>> {
    const { pathname, search } = new URL(options.uri);
    return super.request<T>({ ...options, uri: new URL(pathname + search, this.baseUrl).href });
  }
}

/**
 * The official SDK. It never tries again by itself: a second request could text a person twice.
 * @param timeoutMs how long an answer is waited for
 */
export const twilioClient = (account: TwilioAccount, timeoutMs: number = TIMEOUT_MS): twilio.Twilio => {
  const options = { timeout: timeoutMs, keepAlive: true, maxSockets: MAX_SOCKETS, autoRetry: false };
  const httpClient =
    account.baseUrl === null ? new RequestClient(options) : new RewritingClient(account.baseUrl, options);
  const { accountSid, apiKey } = account;
  return twilio(apiKey?.sid ?? accountSid, apiKey?.secret ?? account.authToken, { accountSid, httpClient });
};
