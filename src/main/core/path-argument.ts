/** Resolves the path of a file that an operator names in a command. */
import { resolve } from 'node:path';
import process from 'node:process';

/** Resolves `file` from the operator's folder: npm runs scripts in the project's folder and names the operator's in INIT_CWD. */
export function askedPath(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}
