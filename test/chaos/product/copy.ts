/** The product's sources in a folder of their own: to plant a bug in, and so that a long run outlives a change of the checkout. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Copies this checkout's product into `root`, which is made where it is missing. */
export function copyProduct(root: string): void {
  const from = process.cwd();
  mkdirSync(root, { recursive: true });
  cpSync(join(from, 'src'), join(root, 'src'), { recursive: true });
  cpSync(join(from, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
}
