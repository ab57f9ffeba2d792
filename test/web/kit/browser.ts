/** Finds the browser that comes with the packages, so that journeys run in a fresh clone with no further step. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

export interface Browser {
  /** Null where Playwright chooses its own browser. */
  readonly path: string | null;
  readonly env: Record<string, string>;
}

const root = join(import.meta.dirname, '..', '..', '..');
const HOME = join(root, 'node_modules', '.cache', 'journey-browser');
const DISTRIBUTION = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The packaged Chromium on Linux x64, unpacked once beside the packages; elsewhere the distribution's. */
export async function findBrowser(): Promise<Browser> {
  const env = Object.fromEntries(Object.entries(process.env).filter((each): each is [string, string] => !!each[1]));
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { path: DISTRIBUTION.find((path) => existsSync(path)) ?? null, env };
  }
  if (!existsSync(join(HOME, 'chromium'))) await unpack();
  // The browser uses the fonts of its own package, so that a picture is the same on every machine.
  return { path: join(HOME, 'chromium'), env: { ...env, FONTCONFIG_FILE: join(HOME, 'fonts.conf') } };
}

/** The package unpacks into the system's folder for passing files, where another user's copy may lie: here into ours. */
async function unpack(): Promise<void> {
  const fresh = `${HOME}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(HOME, 'fonts')}</dir><cachedir>${join(HOME, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  if (existsSync(HOME)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, HOME);
}
