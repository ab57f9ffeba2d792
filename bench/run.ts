/** `npm run bench`: every benchmark, one after the other; prints the ratios and writes `bench/results.json`. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { attemptBench, tableOf as attemptTable } from './attempts/run.ts';
import { decideBench, tableOf as decideTable } from './decide/run.ts';
import { holdBench, tableOf as holdTable } from './holds/run.ts';
import { impactBench, tableOf as impactTable } from './impact/run.ts';
import { importBench, tableOf as importTable } from './import/run.ts';
import { listBench, tableOf as listTable } from './lists/run.ts';
import { timeBench, tableOf as timeTable } from './time/run.ts';

const say = (text: string) => process.stdout.write(`\n${text}\n`);

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  loadBefore: loadavg()[0],
  node: process.version,
};
say(`${machine.cores} cores, ${machine.processor}; load before: ${machine.loadBefore?.toFixed(1)}`);

const time = timeBench();
say(timeTable(time));
const decide = decideBench();
say(decideTable(decide));
const attempts = await attemptBench();
say(attemptTable(attempts));
const impact = await impactBench();
say(impactTable(impact));
const holds = await holdBench();
say(holdTable(holds));
const imports = await importBench();
say(importTable(imports));

const lists = await listBench();
say(listTable(lists));

const file = join(import.meta.dirname, 'results.json');
writeFileSync(file, `${JSON.stringify({ machine, time, decide, attempts, impact, holds, imports, lists }, null, 2)}\n`);
