/** Reads the vectors of `test/vectors`, on which CPython's zoneinfo, zdump and native Temporal agreed before this code was written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '#rules/time/interval.ts';

export interface Vector {
  readonly id: number;
  readonly kind: 'random' | 'gap' | 'overlap';
  readonly zone: string;
  readonly policy: unknown;
  readonly at: Instant;
  readonly quiet: boolean;
  readonly changesAt: Instant | null;
}

/** Returns the text of a file and its vectors. `quiet-hours` covers 2015 to 2037, `quiet-hours-historic` the years before. */
export function vectorsOf(name: 'quiet-hours' | 'quiet-hours-historic'): { text: string; vectors: readonly Vector[] } {
  const text = readFileSync(join(import.meta.dirname, '..', 'vectors', `${name}.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return { text, vectors: lines.map((line) => JSON.parse(line) as Vector) };
}
