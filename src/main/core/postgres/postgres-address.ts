/** Where the embedded Postgres listens: on a socket that only its user reaches, or on loopback. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { give, type Home } from './postgres-home.ts';

/** A socket's path has 107 bytes on Linux and 103 on macOS, its name included. */
const LONGEST_FOLDER = 85;

/** The settings that say so. Nothing outside this machine reaches either; both ask for a password. */
export async function listening(home: Home): Promise<Record<string, string>> {
  const folder = join(home.dir, 'run');
  if (process.platform === 'win32' || Buffer.byteLength(folder) > LONGEST_FOLDER) {
    return { listen_addresses: '127.0.0.1', port: String(await keptPort(home)), unix_socket_directories: '' };
  }
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  give(home, folder);
  return { listen_addresses: '', port: '5432', unix_socket_directories: folder };
}

/** The same port again while it is free, so that connections find a Postgres that had to be restarted. */
async function keptPort(home: Home): Promise<number> {
  const file = join(home.dir, 'port');
  const port = (await freePort(portIn(file))) ?? (await freePort(0));
  if (port === null) throw new CannotStart('There is no free port on 127.0.0.1 for Postgres');
  writeFileSync(file, String(port));
  return port;
}

/** 0, which is any free one, where the file is missing, or is not whole after a power cut. */
export function portIn(file: string): number {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port <= 65_535 ? port : 0;
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}
