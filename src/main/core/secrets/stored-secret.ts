/** A secret that is drawn once and kept beside the data it protects. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { makePrivateFolder, unwritable } from '#main/core/private-folder.ts';

/**
 * The secret in `file` (mode 0600), drawn now where there is none: 64 hexadecimal digits. Of two that begin together, both get
 * the one that came first. Throws `CannotStart` for a file that a power cut left empty or cut short: another secret in its
 * place would open nothing.
 */
export function readOrCreateSecret(file: string): string {
  const kept = readKept(file);
  if (kept !== null) return kept;
  makePrivateFolder(dirname(file));
  const drawn = `${file}.${process.pid}`;
  try {
    writeDurably(drawn, `${randomBytes(32).toString('hex')}\n`);
    linkSync(drawn, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(file, error) ?? error;
  } finally {
    rmSync(drawn, { force: true });
  }
  return readKept(file) as string;
}

function readKept(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadable(file, error) ?? error;
  }
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new CannotStart(
    `${file} is damaged: it should hold 64 hexadecimal digits and has ${text.length} characters, as after a power cut. ` +
      'Put back the copy you kept of it. Only where there are no data yet, remove it, and another is drawn.',
  );
}

function unreadable(file: string, error: unknown): CannotStart | null {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EPERM') return null;
  return new CannotStart(`${file} cannot be read: this user may not. Start as the user whose data these are.`);
}

/** On the disk before it has its name: a power cut leaves the whole file or none. */
function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
