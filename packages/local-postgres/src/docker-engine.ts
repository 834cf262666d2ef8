import { request } from 'node:http';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

const PING_LIMIT_MS = 1500;

/**
 * Whether a Docker engine answers where Testcontainers looks for one. Asked before Testcontainers is loaded, whose
 * own search takes seconds where there is none.
 */
export async function dockerAnswers(): Promise<boolean> {
  const host = process.env['DOCKER_HOST'];
  if (host !== undefined && host !== '' && !host.startsWith('unix://')) return portAnswers(new URL(host));
  const home = homedir();
  const sockets =
    host !== undefined && host !== ''
      ? [host.slice('unix://'.length)]
      : [
          '/var/run/docker.sock',
          path.join(process.env['XDG_RUNTIME_DIR'] ?? path.join(home, '.docker', 'run'), 'docker.sock'),
          path.join(home, '.docker', 'run', 'docker.sock'),
          path.join(home, '.docker', 'desktop', 'docker.sock'),
        ];
  const answers = await Promise.all(sockets.map(socketAnswers));
  return answers.includes(true);
}

async function socketAnswers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping', timeout: PING_LIMIT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy(new Error('timeout')));
    ping.once('error', () => resolve(false));
    ping.end();
  });
}

async function portAnswers(host: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: host.hostname, port: Number(host.port) || 2375, timeout: PING_LIMIT_MS });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
