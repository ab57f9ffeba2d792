/** Reads a secret from a file in the data folder, and draws the secret on first use. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { makePrivateFolder, unwritable } from '#main/core/private-folder.ts';

/**
 * Returns the secret in `file` (mode 0600), 64 hexadecimal digits; draws a secret if the file is missing. Two processes that
 * start together get the same secret, the one written first. Throws `CannotStart` for a file that a power cut left empty or
 * incomplete: a new secret could not read the existing data.
 */
export function readOrCreateSecret(file: string): string {
  const stored = readStored(file);
  if (stored !== null) return stored;
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
  return readStored(file) as string;
}

function readStored(file: string): string | null {
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
      'Put back the copy that you keep of the file. Only if there are no data yet, remove the file: the next start draws a new secret.',
  );
}

function unreadable(file: string, error: unknown): CannotStart | null {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EPERM') return null;
  return new CannotStart(`${file} cannot be read by this user. Start as the user who owns the data.`);
}

/** Writes a file and flushes it to the disk. The caller links the name afterwards, so that a power cut leaves the whole file or none. */
function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
