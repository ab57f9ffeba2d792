/**
 * `npm run chaos -- --scenario NAME --seed N [--size small|large]`: one fault run; prints the verdict and the figures.
 * `--parts K`: one K-th of `kill`, with a seed of its own each, where the whole takes too long at once.
 * Without a scenario: all of them, small, each with the bugs planted that its checker must catch.
 * Ends with 0 where every promise was kept, 1 where one was broken, 2 where a run said nothing.
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
// Told to stop, it ends what it began; a fault of its own does so too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void databases.close().finally(() => process.exit(130)));
}
try {
  // One world for all runs of this command: each has a copy.
  const sizes = { small: { sellers: 4, customers: 64 }, large: { sellers: 16, customers: 500 } };
  const world = await databases.prepare((name) => makeWorld(databases, name, sizes[size as 'small' | 'large']));
  const product = values.root ?? join(databases.dir, 'product');
  if (values.root === undefined) copyProduct(product);
  const everything = values.scenario === undefined;
  const play = async (scenario: Scenario<never>) => {
    if (!values.plant) codes.push(await playAndTell(scenario, world, product));
    if (everything || values.plant) codes.push(await playPlantedBugs({ scenario, seed, databases, world, say }));
  };
  // Those that mostly wait are played beside the others; whoever kills Postgres is played alone.
  const lane = async (names: readonly string[]) => {
    for (const scenario of wanted.filter(({ name }) => names.includes(name))) await play(scenario);
  };
  await Promise.all([lane(['release', 'duo', 'revoke']), lane(['zombie', 'clock', 'roll', 'pooler'])]);
  await lane(['kill']);
} finally {
  await databases.close();
}
say(`${Math.round((performance.now() - began) / 1000)} s in all`);
// A broken promise counts before a run that said nothing.
process.exit(codes.includes(1) ? 1 : Math.max(...codes));

async function playAndTell(scenario: Scenario<never>, world: World, product: string): Promise<number> {
  const phases = size === 'large' || values.scenario !== undefined;
  const quietly = () => undefined;
  const played = await playScenario({
    ...{ scenario, size, seed, databases, world, root: product, parts },
    say: phases ? (text: string) => say(`  ${text}`) : quietly,
  });
  for (const line of formatReport(scenario.name, size, seed, played)) say(line);
  const code = played.findings.length > 0 ? 1 : played.invalid === null ? 0 : 2;
  if (code !== 0) keep(scenario.name, played);
  return code;
}

/** What was seen in a run that went wrong stays to be looked at. */
function keep(name: string, { witnessFile, said }: Played): void {
  const dir = join(ROOT, '.tmp', 'chaos');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${name}-${size}-${seed}.jsonl`);
  copyFileSync(witnessFile, file);
  say(`  the witness's log: ${file}`);
  if (said.trim() !== '') say(`  the servers said:\n${said}`);
}
