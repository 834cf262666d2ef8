import type { FastifyInstance } from 'fastify';
import { endTooSlow } from './unreadable-connections.ts';

/** Files come so; they take as long as they take, within the limit of the whole request. */
const FILE = 'application/octet-stream';

/**
 * Refuses and ends connections whose body, where it is no file, does not arrive in time; and ends those that go on sending a file that
 * has been answered already, because it was refused or nobody asked for one.
 */
export const cutOffSlowBodies = (server: FastifyInstance, limitMs: number): void => {
  server.addHook('preParsing', (request, reply, payload, next) => {
    const { headers } = request;
    // Without a body there is no end of one to wait for: an answer may take as long as it takes.
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (hasBody && headers['content-type'] !== FILE) {
      const timer = setTimeout(() => endTooSlow(request.raw.socket), limitMs);
      const arrived = (): void => clearTimeout(timer);
      payload.once('end', arrived).once('close', arrived);
      reply.raw.once('close', arrived);
    }
    if (hasBody && headers['content-type'] === FILE) {
      reply.raw.once('finish', () => {
        if (request.raw.complete) return;
        const timer = setTimeout(() => request.raw.destroy(), limitMs);
        request.raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
      });
    }
    next(null, payload);
  });
};
