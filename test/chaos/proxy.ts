/** An HTTP proxy in front of the servers: asks each server's `/readyz` every 100 ms, and sends requests only to ready servers. */
import { Agent, createServer, get, request } from 'node:http';
import type { Fleet } from './fleet.ts';

const CHECK_MS = 100;

export interface FrontProxy {
  readonly port: number;
  isReady(index: number): boolean;
  close(): Promise<void>;
}

/** Opens the proxy. The proxy never sends a request twice: where a server does not answer, the client gets 502. */
export async function openProxy(fleet: Fleet): Promise<FrontProxy> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Map<number, number>();
  let nextIndex = 0;
  const check = (index: number) => {
    const port = fleet.at(index)?.port;
    if (port === undefined) return void ready.delete(index);
    const asked = get({ host: '127.0.0.1', port, path: '/readyz', timeout: 3_000 }, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) ready.set(index, port);
      else ready.delete(index);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => ready.delete(index));
  };
  const checking = setInterval(() => {
    for (let index = 0; index < fleet.count; index += 1) check(index);
  }, CHECK_MS);

  const server = createServer((from, to) => {
    const ports = [...ready.values()];
    const port = ports[nextIndex++ % Math.max(1, ports.length)];
    const { method, url: path, headers } = from;
    const passed = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      // The `connection` header describes the connection to the server, not the client's.
      const { connection: _, ...passedOn } = answer.headers;
      to.writeHead(answer.statusCode ?? 502, passedOn);
      answer.pipe(to);
      answer.on('error', () => to.destroy());
    });
    passed.on('error', (error) => {
      if (to.headersSent) to.destroy();
      else to.writeHead(502).end(String(error));
    });
    from.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    isReady: (index) => ready.get(index) === fleet.at(index)?.port,
    close() {
      clearInterval(checking);
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
