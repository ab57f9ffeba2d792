/**
 * A TCP proxy on 127.0.0.1 that simulates a distant database. Prints its port. Each line of its input is a number of
 * milliseconds by which the proxy then delays each direction; there is no delay before the first line.
 */
import { connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

const target = new URL(process.argv[2] ?? '');
const folder = target.searchParams.get('host');
let delayMs = 0;

const server = createServer((client) => {
  const upstream = folder
    ? connect({ path: `${folder}/.s.PGSQL.${target.port}` })
    : connect(Number(target.port), target.hostname);
  pass(client, upstream);
  pass(upstream, client);
});

/** Forwards data. Timers of one length fire in the order in which they were set, so the order of the data stays. */
function pass(from: Socket, to: Socket): void {
  from.setNoDelay(true);
  from.on('data', (data) => {
    if (delayMs === 0) to.write(data);
    else setTimeout(() => to.write(data), delayMs);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    delayMs = Number(line);
  })
  .on('close', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  process.stdout.write(`${port}\n`);
});
