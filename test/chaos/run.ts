/**
 * `npm run chaos -- --scenario NAME --seed N [--size small|large]` plays one fault run and prints the verdict and the figures.
 * `--parts K` plays one K-th of `kill`, which takes too long in one piece; each part needs another seed.
 * Without a scenario the command plays all scenarios in the small size, and then each planted bug, which the checker must find.
 * `--first-plants` plays only the first planted bug of each scenario, as `npm run check` does.
 * The exit code is 0 where every promise was kept, 1 where one was broken, 2 where a run was invalid.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { makeWorld, type World } from './brands-fixture.ts';
import { Databases } from './database.ts';
import { playPlantedBugs } from './plants/play-planted-bugs.ts';
import { type Played, playScenario, ROOT, type Scenario, type Size } from './play-run.ts';
import { copyProduct } from './product/copy.ts';
import { formatReport } from './report.ts';
import { scenarios } from './scenarios/all.ts';

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: 'small' },
    plant: { type: 'boolean', default: false },
    'first-plants': { type: 'boolean', default: false },
    parts: { type: 'string', default: '1' },
    root: { type: 'string' },
  },
});
const seed = Number(values.seed);
const size = values.size as Size;
const parts = Number(values.parts);
const wanted = scenarios.filter(({ name }) => values.scenario === undefined || name === values.scenario);
if (wanted.length === 0 || !Number.isSafeInteger(seed) || !(parts >= 1) || !['small', 'large'].includes(size)) {
  process.stderr.write(
    `Scenarios: ${scenarios.map(({ name }) => name).join(', ')}. Sizes: small, large. A seed is a whole number.\n`,
  );
  process.exit(2);
}

const say = (text: string) => void process.stdout.write(`${text}\n`);
const began = performance.now();
const codes: number[] = [];
const databases = await Databases.open();
// A signal closes the databases before the process ends; an error does so in `finally`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void databases.close().finally(() => process.exit(130)));
}
try {
  // All runs of this command use copies of one prepared database.
  const sizes = { small: { sellers: 4, customers: 64 }, large: { sellers: 16, customers: 500 } };
  const world = await databases.prepare((name) => makeWorld(databases, name, sizes[size as 'small' | 'large']));
  const product = values.root ?? join(databases.dir, 'product');
  if (values.root === undefined) copyProduct(product);
  const everything = values.scenario === undefined;
  const play = async (scenario: Scenario<never>) => {
    if (!values.plant) codes.push(await playAndReport(scenario, world, product));
    if (!everything && !values.plant) return;
    const most = values['first-plants'] ? 1 : Number.POSITIVE_INFINITY;
    codes.push(await playPlantedBugs({ scenario, seed, databases, world, say, most }));
  };
  // Scenarios that mostly wait are played in parallel; `kill` and `suggest` are played alone, because they kill the Postgres that all share.
  const playInOrder = async (names: readonly string[]) => {
    for (const scenario of wanted.filter(({ name }) => names.includes(name))) await play(scenario);
  };
  await Promise.all([
    playInOrder(['release', 'duo', 'roll']),
    playInOrder(['revoke', 'zombie']),
    playInOrder(['clock', 'pooler']),
  ]);
  await playInOrder(['kill', 'suggest']);
} finally {
  await databases.close();
}
say(`${Math.round((performance.now() - began) / 1000)} s in all`);
// A broken promise has precedence over an invalid run.
process.exit(codes.includes(1) ? 1 : Math.max(...codes));

async function playAndReport(scenario: Scenario<never>, world: World, product: string): Promise<number> {
  const phases = size === 'large' || values.scenario !== undefined;
  const printNothing = () => undefined;
  const played = await playScenario({
    ...{ scenario, size, seed, databases, world, root: product, parts },
    say: phases ? (text: string) => say(`  ${text}`) : printNothing,
  });
  for (const line of formatReport(scenario.name, size, seed, played)) say(line);
  const code = played.findings.length > 0 ? 1 : played.invalid === null ? 0 : 2;
  if (code !== 0) keepEvidence(scenario.name, played);
  return code;
}

/** Copies the witness's log of a failed run to `.tmp/chaos` and prints the servers' output. */
function keepEvidence(name: string, { witnessFile, output }: Played): void {
  const dir = join(ROOT, '.tmp', 'chaos');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${name}-${size}-${seed}.jsonl`);
  copyFileSync(witnessFile, file);
  say(`  the witness's log: ${file}`);
  if (output.trim() !== '') say(`  the servers printed:\n${output}`);
}
