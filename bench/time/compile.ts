/** Measures compiling two years of one zone, in a process that has loaded nothing else: `node bench/time/compile.ts`. */
import process from 'node:process';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { compileQuiet } from '#rules/time/quiet.ts';
import { findCount, medianMs } from './repeat.ts';
import { SPAN, ZONE } from './workload.ts';

/** The JSON that this process prints, in milliseconds. */
export interface CompileResult {
  /** Of the process's first compilation, which also finds the zone's clock changes; wall time, since one run is too short for the processor clock. */
  readonly firstMs: number;
  readonly laterMs: number;
}

process.stdout.write(JSON.stringify(measureCompile()));

function measureCompile(): CompileResult {
  const began = performance.now();
  compile();
  const firstMs = performance.now() - began;
  const compileMany = (count: number): void => {
    for (let i = 0; i < count; i++) compile();
  };
  const count = findCount(compileMany);
  return { firstMs, laterMs: medianMs(() => compileMany(count)) / count };
}

/** Asks for all intervals of the span, because a new quiet clock computes only what a question needs. */
function compile(): void {
  compileQuiet(DEFAULT_POLICY, ZONE, SPAN).intervals(SPAN.from, SPAN.to);
}
