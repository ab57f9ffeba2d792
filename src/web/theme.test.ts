/** Tests the contrasts of both themes, read from `theme.css`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8');
const clara = tokens(/:root \{([^}]*)\}/);
const THEMES = { clara, escura: new Map([...clara, ...tokens(/:root\[data-theme="escura"\] \{([^}]*)\}/)]) };

const SURFACES = ['paper', 'card', 'aside', 'warn', 'hush', 'hush-2', 'calm'];
const TEXT_ON: Readonly<Record<string, readonly string[]>> = {
  ink: [...SURFACES, 'line'],
  soft: SURFACES.filter((name) => name !== 'warn'),
  why: ['card', 'paper'],
  rose: ['card', 'paper'],
  'on-leaf': ['leaf'],
  'on-lamp': ['lamp'],
  'on-fill': ['fill'],
};
const EDGE_ON: Readonly<Record<string, readonly string[]>> = {
  edge: ['paper', 'card', 'aside'],
  focus: ['paper', 'card', 'aside', 'warn'],
  'lamp-edge': ['card', 'paper'],
  open: ['card', 'paper', 'hush', 'hush-2', 'calm'],
  'dusk-from': ['card', 'hush', 'hush-2'],
  'dusk-to': ['card', 'hush', 'hush-2'],
  dusk: ['card', 'calm'],
  rose: ['card', 'paper'],
};

for (const [theme, colours] of Object.entries(THEMES)) {
  test(`${theme}: every text has enough contrast on its background (WCAG 1.4.3)`, () =>
    assertContrast(colours, TEXT_ON, 4.5));
  test(`${theme}: every edge, focus ring and arc has enough contrast (WCAG 1.4.11)`, () =>
    assertContrast(colours, EDGE_ON, 3));
}

function assertContrast(colours: ReadonlyMap<string, string>, pairs: typeof TEXT_ON, least: number): void {
  for (const [front, backs] of Object.entries(pairs)) {
    for (const back of backs) {
      const ratio = contrast(colour(colours, front), colour(colours, back));
      assert.ok(ratio >= least, `--${front} on --${back}: ${ratio.toFixed(2)}, at least ${least}`);
    }
  }
}

function tokens(block: RegExp): Map<string, string> {
  const body = block.exec(css)?.[1] ?? '';
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
}

function colour(colours: ReadonlyMap<string, string>, name: string): string {
  const hex = colours.get(name);
  assert.ok(hex !== undefined, `theme.css has no colour --${name}`);
  return hex;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
