/** Imitates an older pooler between the product and Postgres: named prepared statements fail, and process numbers are invented. */
import { connect, createServer, type Socket } from 'node:net';

export interface FakePooler {
  /** Returns `url` with the fake pooler's address instead of the server's. */
  through(url: string): string;
  /** Returns how many named statements were refused. */
  refused(): number;
  close(): Promise<void>;
}

const PARSE = 'P'.charCodeAt(0);
const BACKEND_KEY = 'K'.charCodeAt(0);

/** Starts the fake pooler in front of the server that `url` names by its socket or port. */
export async function startFakePooler(url: string): Promise<FakePooler> {
  const target = new URL(url);
  const folder = target.searchParams.get('host');
  const sockets = new Set<Socket>();
  let refused = 0;
  const server = createServer((client) => {
    const upstream = folder
      ? connect({ path: `${folder}/.s.PGSQL.${target.port}` })
      : connect(Number(target.port), target.hostname);
    const refuseNamed = (message: Buffer) => {
      // The statement has a name where the byte after type and length is not zero.
      if (message[0] !== PARSE || message[5] === 0) return;
      refused += 1;
      const text = message.indexOf(0, 5) + 1;
      message.fill('x', text, message.indexOf(0, text));
    };
    const inventProcess = (message: Buffer) => {
      if (message[0] === BACKEND_KEY) message.writeInt32BE(0x7f000000 + sockets.size, 5);
    };
    pass(client, upstream, messagesOf(true, refuseNamed));
    pass(upstream, client, messagesOf(false, inventProcess));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
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
    refused: () => refused,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pass(from: Socket, to: Socket, through: (data: Buffer) => Buffer): void {
  from.on('data', (data: Buffer) => {
    const whole = through(data);
    if (whole.length > 0) to.write(whole);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}

/**
 * Splits a stream into the protocol's messages and calls `change` on each. The first message of a client, the startup
 * message, has no type.
 */
function messagesOf(beginsUntyped: boolean, change: (message: Buffer) => void): (data: Buffer) => Buffer {
  let rest: Buffer = Buffer.alloc(0);
  let isUntyped = beginsUntyped;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    const whole: Buffer[] = [];
    for (;;) {
      const typed = isUntyped ? 0 : 1;
      if (rest.length < typed + 4) break;
      const length = typed + rest.readInt32BE(typed);
      if (rest.length < length) break;
      const message = Buffer.from(rest.subarray(0, length));
      if (!isUntyped) change(message);
      isUntyped = false;
      whole.push(message);
      rest = rest.subarray(length);
    }
    return Buffer.concat(whole);
  };
}
