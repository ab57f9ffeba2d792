/** A TCP proxy between the product and Postgres that a test can freeze: connections stay open, and no data pass. */
import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  /** Returns `url` with the proxy's address instead of the server's. */
  through(url: string): string;
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** Opens a proxy to the server that `url` names by its socket or port. */
export async function tcpProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const folder = target.searchParams.get('host');
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((client) => {
    const upstream = folder
      ? connect({ path: `${folder}/.s.PGSQL.${target.port}` })
      : connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isFrozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    through(given) {
      const address = new URL(given);
      address.searchParams.delete('host');
      address.hostname = '127.0.0.1';
      address.port = String(port);
      return address.href;
    },
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
