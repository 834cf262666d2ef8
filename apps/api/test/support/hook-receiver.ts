import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** An event as somebody else's software got it. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Event {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly contact: Record<string, unknown>;
    readonly site: Record<string, unknown>;
    readonly detail: Record<string, unknown>;
  };
}

/** Somebody else's software that takes events, or does not. */
export class HookReceiver {
  readonly received: Received[] = [];
  /** What it answers from now on. */
  status = 204;

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static start(): Promise<HookReceiver> {
    return new Promise((resolve) => {
      const server = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part: string) => (body += part));
        request.on('end', () => {
          receiver.received.push({ headers: request.headers, body });
          response.writeHead(receiver.status, { location: `${receiver.url}/elsewhere` }).end('thank you');
        });
      });
      let receiver: HookReceiver;
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (address === null || typeof address === 'string') throw new Error('no port');
        receiver = new HookReceiver(`http://127.0.0.1:${address.port}`, async () => {
          server.closeAllConnections();
          await new Promise((done) => void server.close(done));
        });
        resolve(receiver);
      });
    });
  }

  /** Events about a contact, in the order in which they came; each is verified with the secret. */
  about(contactId: string, secret: string): readonly Event[] {
    return this.received
      .map((one) => ({ one, event: JSON.parse(one.body) as Event }))
      .filter(({ event }) => event.data.contact?.['id'] === contactId)
      .map(({ one, event }) => {
        verify(one, secret);
        return event;
      });
  }
}

/** As the library of Standard Webhooks does it; throws where the signature does not fit. */
export const verify = ({ headers, body }: Received, secret: string): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);
