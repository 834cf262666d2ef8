import type { FastifyInstance } from 'fastify';

/** Files come so; they take as long as they take, within the limit of the whole request. */
const FILE = 'application/octet-stream';

/** Ends connections whose body, where it is no file, does not arrive in time. */
export const cutOffSlowBodies = (server: FastifyInstance, limitMs: number): void => {
  server.addHook('preParsing', (request, reply, payload, next) => {
    const { headers } = request;
    // Without a body there is no end of one to wait for: an answer may take as long as it takes.
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (hasBody && headers['content-type'] !== FILE) {
      const timer = setTimeout(() => request.raw.destroy(), limitMs);
      const arrived = (): void => clearTimeout(timer);
      payload.once('end', arrived).once('close', arrived);
      reply.raw.once('close', arrived);
    }
    next(null, payload);
  });
};
