/** `npm run bench [-- PART…]`: runs all benchmarks or the named parts and prints their tables; a run of all writes `bench/results.json`. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { attemptBench, tableOf as attemptTable } from './attempts/run.ts';
import { byteBench, tableOf as byteTable } from './bytes/run.ts';
import { decideBench, tableOf as decideTable } from './decide/run.ts';
import { firstLoadBench, tableOf as firstLoadTable } from './first-load/run.ts';
import { holdBench, tableOf as holdTable } from './holds/run.ts';
import { impactBench, tableOf as impactTable } from './impact/run.ts';
import { importBench, tableOf as importTable } from './import/run.ts';
import { rehearsalBench, tableOf as rehearsalTable } from './lists/rehearsal.ts';
import { reportBench, tableOf as reportTable } from './lists/reports.ts';
import { retentionBench, tableOf as retentionTable } from './lists/retention.ts';
import { listBench, tableOf as listTable } from './lists/run.ts';
import { peopleBench, tableOf as peopleTable } from './people/run.ts';
import { suggestionBench, tableOf as suggestionTable } from './suggestions/run.ts';
import { timeBench, tableOf as timeTable } from './time/run.ts';

const say = (text: string) => process.stdout.write(`\n${text}\n`);

/** A part measures, prints its table and returns its figures. */
type Part = () => Promise<unknown>;

function part<R>(measure: () => R | Promise<R>, tableOf: (result: R) => string): Part {
  return async () => {
    const result = await measure();
    say(tableOf(result));
    return result;
  };
}

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['time', part(timeBench, timeTable)],
  ['decide', part(decideBench, decideTable)],
  ['attempts', part(attemptBench, attemptTable)],
  ['bytes', part(byteBench, byteTable)],
  ['impact', part(impactBench, impactTable)],
  ['holds', part(holdBench, holdTable)],
  ['import', part(importBench, importTable)],
  ['lists', part(listBench, listTable)],
  ['reports', part(() => reportBench(600_000), reportTable)],
  ['rehearsal', part(() => rehearsalBench(600_000), rehearsalTable)],
  ['suggestions', part(() => suggestionBench(), suggestionTable)],
  ['people', part(peopleBench, peopleTable)],
  ['retention', part(() => retentionBench(), retentionTable)],
  ['first-load', part(firstLoadBench, firstLoadTable)],
]);

/** The names of parts that are different in `bench/results.json`. */
const RESULT_NAMES: Readonly<Record<string, string>> = { import: 'imports', 'first-load': 'firstLoad' };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.has(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part "${unknown.join('", "')}". There are: ${[...PARTS.keys()].join(', ')}.\n`);
  process.exit(2);
}

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  loadBefore: loadavg()[0],
  node: process.version,
};
say(`${machine.cores} cores, ${machine.processor}; load before: ${machine.loadBefore?.toFixed(1)}`);

const results: Record<string, unknown> = { machine };
for (const [name, measure] of PARTS) {
  if (asked.length === 0 || asked.includes(name)) results[RESULT_NAMES[name] ?? name] = await measure();
}

// A run of some parts does not write the file, which would lose the figures of the others.
if (asked.length === 0)
  writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
