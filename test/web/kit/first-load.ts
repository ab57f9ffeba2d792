/** Weighs the first load: the files of the built app that a phone requests before it shows the day's list, compressed by gzip. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The limit for all files of the first load together, in bytes after gzip. */
export const FIRST_LOAD_MOST = 110_000;

const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Lists the paths, below the built app, of the page, of all files that the sign-in screen imports, and of the files that a phone requests besides. */
export function firstLoad(): readonly string[] {
  const chunks: Record<string, Chunk> = JSON.parse(readFileSync(join(BUILT, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set([
    'index.html',
    'first-light.js',
    'service-worker.js',
    'manifest.webmanifest',
    'icons/oto.svg',
    'icons/oto-192.png',
  ]);
  const add = (key: string) => {
    const chunk = chunks[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  const entry = 'sign-in/sign-in-flow.tsx';
  if (chunks[entry] === undefined) throw new Error(`the built app has no ${entry}`);
  add(entry);
  return [...files];
}

/** Gives the bytes of these files together, and one line for each file, the heaviest first. */
export function weigh(files: readonly string[]): { readonly bytes: number; readonly lines: readonly string[] } {
  const weighed = files.map((file) => ({ file, size: gzipSync(readFileSync(join(BUILT, file))).length }));
  return {
    bytes: weighed.reduce((sum, { size }) => sum + size, 0),
    lines: weighed.sort((a, b) => b.size - a.size).map(({ file, size }) => `${size} ${file}`),
  };
}

/** Says whether `path`, such as `/assets/demo-1a2b.js`, belongs to the demo's bar, which production does not have. */
export function isDemoAsset(path: string): boolean {
  return /^\/assets\/demo[-.]/.test(path);
}
