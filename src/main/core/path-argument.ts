/** Where a file lies that somebody names at a shell. */
import { resolve } from 'node:path';
import process from 'node:process';

/** npm runs its scripts from the project's folder; the file is meant from where the asker stands. */
export function askedPath(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}
