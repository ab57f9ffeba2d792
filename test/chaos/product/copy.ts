/** Copies the product's sources to another folder, to plant a bug there, and so that edits of the checkout do not disturb a long run. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Copies the product of this checkout into `root`, and creates `root` where it is missing. */
export function copyProduct(root: string): void {
  const from = process.cwd();
  mkdirSync(root, { recursive: true });
  cpSync(join(from, 'src'), join(root, 'src'), { recursive: true });
  cpSync(join(from, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
}
