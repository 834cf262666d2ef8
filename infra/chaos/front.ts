import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** One address before several processes, as a load balancer is: passes each connection to one that answers. */
export class Front {
  private turn = 0;
  private readonly sockets = new Set<Socket>();

  private readonly server: Server;
  private readonly ports: readonly number[];

  private constructor(server: Server, ports: readonly number[]) {
    this.server = server;
    this.ports = ports;
  }

  static async open(port: number, ports: readonly number[]): Promise<Front> {
    const server = createServer();
    const front = new Front(server, ports);
    server.on('connection', (client) => front.pass(client, 0));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(client: Socket, tried: number): void {
    const port = this.ports[(this.turn += 1) % this.ports.length];
    if (port === undefined || tried > this.ports.length) {
      client.destroy();
      return;
    }
    const behind = connect(port, '127.0.0.1');
    let connected = false;
    behind.once('connect', () => {
      connected = true;
      for (const socket of [client, behind]) {
        this.sockets.add(socket);
        socket.once('close', () => this.sockets.delete(socket));
      }
      client.pipe(behind);
      behind.pipe(client);
    });
    behind.on('error', () => (connected ? client.destroy() : this.pass(client, tried + 1)));
    behind.on('close', () => connected && client.destroy());
    if (tried === 0) {
      client.on('error', () => behind.destroy());
      client.on('close', () => behind.destroy());
    }
  }
}
