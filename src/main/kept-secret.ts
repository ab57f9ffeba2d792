/** A secret that is drawn once and kept beside the data it protects. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The secret in `file` (mode 0600), drawn now where there is none: 64 hexadecimal digits.
 * Of two that begin together, both get the one that came first.
 */
export function keptSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  const drawn = `${file}.${process.pid}`;
  writeFileSync(drawn, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(drawn, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(drawn);
  }
  return readFileSync(file, 'utf8').trim();
}
