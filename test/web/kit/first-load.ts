/** What the first load weighs: the files of the built app that a phone asks for before it shows the day's list, as gzip sends them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The first load, everything counted, in bytes as gzip sends them. */
export const FIRST_LOAD_MOST = 110_000;

const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The page, what it and the way in import, and what a phone asks for besides; paths below the built app. */
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
  const wayIn = 'sign-in/way-in.tsx';
  if (chunks[wayIn] === undefined) throw new Error(`the built app has no ${wayIn}`);
  add(wayIn);
  return [...files];
}

/** The bytes of these files together, and one line for each, heaviest first. */
export function weigh(files: readonly string[]): { readonly bytes: number; readonly lines: readonly string[] } {
  const weighed = files.map((file) => ({ file, size: gzipSync(readFileSync(join(BUILT, file))).length }));
  return {
    bytes: weighed.reduce((sum, { size }) => sum + size, 0),
    lines: weighed.sort((a, b) => b.size - a.size).map(({ file, size }) => `${size} ${file}`),
  };
}

/** The demo's bar, which production neither has nor asks for. `path` as in an address: `/assets/…`. */
export function isDemoAsset(path: string): boolean {
  return /^\/assets\/demo[-.]/.test(path);
}
