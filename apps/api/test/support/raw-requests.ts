import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer } from './world.ts';

/** What a server answers to these bytes, which need be no request, before it ends the connection. */
export const answerTo = async (url: string, bytes: string): Promise<Answer> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  // The server may end the connection while more is on its way to it.
  socket.on('error', () => undefined);
  socket.setEncoding('utf8').on('data', (part: string) => (received += part));
  await once(socket, 'connect');
  if (bytes !== '') socket.write(bytes);
  await once(socket, 'close');
  const [head = '', body = ''] = received.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1),
    ]),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, body: body === '' ? null : JSON.parse(body) };
};
