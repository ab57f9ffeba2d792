/** Chooses where the embedded Postgres listens: on a socket that only its user can open, or on loopback. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { changeOwner, type Home } from './postgres-home.ts';

/** The longest folder for the socket: a socket's path has 107 bytes on Linux and 103 on macOS, its name included. */
const LONGEST_FOLDER = 85;

/** Returns the listen settings of Postgres. Other machines reach neither the socket nor loopback; both ask for a password. */
export async function chooseListenSettings(home: Home): Promise<Record<string, string>> {
  const folder = join(home.dir, 'run');
  if (process.platform === 'win32' || Buffer.byteLength(folder) > LONGEST_FOLDER) {
    return { listen_addresses: '127.0.0.1', port: String(await choosePort(home)), unix_socket_directories: '' };
  }
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  changeOwner(home, folder);
  return { listen_addresses: '', port: '5432', unix_socket_directories: folder };
}

/** Returns the port of the last start while that port is free, so that clients reconnect to a restarted Postgres. */
async function choosePort(home: Home): Promise<number> {
  const file = join(home.dir, 'port');
  const port = (await findFreePort(portIn(file))) ?? (await findFreePort(0));
  if (port === null) throw new CannotStart('There is no free port on 127.0.0.1 for Postgres');
  writeFileSync(file, String(port));
  return port;
}

/** Returns the port in `file`; 0, which means any free port, if the file is missing or a power cut left it incomplete. */
export function portIn(file: string): number {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port <= 65_535 ? port : 0;
}

function findFreePort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}
