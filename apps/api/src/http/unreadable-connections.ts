import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import type { Problem } from './problem.schemas.ts';

/** What Node's HTTP server finds wrong before there is a request that anything else could answer. */
const PROBLEMS: Readonly<Record<number, Pick<Problem, 'title' | 'detail'>>> = {
  400: {
    title: 'The request cannot be read',
    detail: 'This is no request of HTTP/1.1. Send one as RFC 9112 says.',
  },
  408: {
    title: 'The request did not arrive in time',
    detail: 'Nothing was done. Ask again, and send the request without a pause.',
  },
  431: {
    title: 'The headers are too large',
    detail: `Send at most ${maxHeaderSize / 1024} KiB of address and headers.`,
  },
};

const statusOf = ({ code }: ConnectionError): number => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
};

const answerOf = (status: number): string => {
  const problem = {
    type: `/problems/http-${status}`,
    title: PROBLEMS[status]?.title ?? '',
    status,
    detail: PROBLEMS[status]?.detail ?? '',
    code: `http-${status}`,
  } satisfies Problem;
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
};

/** Whether an answer to an earlier request of the connection is being written: another one would stand in the middle of it. */
const isAnswering = (socket: Socket): boolean =>
  (socket as Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null })._httpMessage
    ?.headersSent === true;

const end = (socket: Socket, status: number): void => {
  if (socket.writable && !isAnswering(socket)) socket.write(answerOf(status));
  socket.destroySoon();
};

/** Answers and ends a connection whose request does not arrive. */
export const endTooSlow = (socket: Socket): void => end(socket, 408);

/**
 * Answers what cannot become a request (too slow, too large, no HTTP) as every other refusal, in English, and ends the
 * connection. There is no trace: there was no request.
 */
export const answerUnreadable = (error: ConnectionError, socket: Socket): void => {
  if (error.code === 'ECONNRESET') socket.destroy();
  else end(socket, statusOf(error));
};
