/** Makes folders for secrets and data that only their owner can enter, and closes those that older versions left open. */
import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { CannotStart } from './cannot-start.ts';

const PRIVATE = 0o700;
const STICKY = 0o1000;

/** Makes the folder `path` with mode 0700 if it is missing. Throws `CannotStart` if the folder cannot be written. */
export function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: PRIVATE });
    closeToOthers(path);
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw unwritable(path, error) ?? error;
  }
}

/** Sets mode 0700 on a folder. A folder that everybody shares, such as /tmp, keeps its mode. */
export function closeToOthers(path: string): void {
  const { mode, uid } = statSync(path);
  const me = process.getuid?.();
  if ((mode & 0o7777) === PRIVATE || mode & STICKY || (me !== 0 && me !== uid)) return;
  chmodSync(path, PRIVATE);
}

/** Returns the error for a path that cannot be written to; null for any other error. */
export function unwritable(path: string, error: unknown): CannotStart | null {
  const { code, path: at = path } = error as NodeJS.ErrnoException;
  const why = WHY[code ?? ''];
  if (why === undefined) return null;
  return new CannotStart(`${at} cannot be written: ${why}. Make it writable, or give another folder in OTO_DATA_DIR.`);
}

const WHY: Readonly<Record<string, string>> = {
  EROFS: 'its file system is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file has that name already',
};
