/** Plays a scenario on copies of the product with a planted bug each, and reports whether the checker found the bug. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '#chaos/brands-fixture.ts';
import type { Databases } from '#chaos/database.ts';
import { playScenario, type Scenario } from '#chaos/play-run.ts';
import { copyProduct } from '#chaos/product/copy.ts';
import type { PlantedBug } from './planted-bug.ts';
import { plantedBugs } from './planted-bugs.ts';

interface Playing {
  readonly scenario: Scenario<never>;
  readonly seed: number;
  readonly databases: Databases;
  readonly world: World;
  readonly say: (text: string) => void;
  /** Plays no more planted bugs than this. */
  readonly most: number;
}

/** Returns 0 where every planted bug of the scenario was found, 1 where one was not, 2 where one could not be planted. */
export async function playPlantedBugs({ scenario, seed, databases, world, say, most }: Playing): Promise<number> {
  let code = 0;
  for (const plant of plantedBugs.filter((each) => each.scenario === scenario.name).slice(0, most)) {
    const root = mkdtempSync(join(tmpdir(), 'oto-plant-'));
    try {
      const fault = plantBug(root, plant);
      if (fault !== null) {
        say(`  plant "${plant.name}": INVALID, ${fault}`);
        code = Math.max(code, 2);
        continue;
      }
      const { findings, invalid, tookMs } = await playScenario({
        ...{ scenario, size: 'planted' as const, seed, databases, world, root },
        say: () => undefined,
      });
      const caught = findings.filter(({ promise }) => plant.breaks.includes(promise)).length;
      const seconds = `in ${Math.round(tookMs / 1000)} s`;
      if (caught > 0) say(`  plant "${plant.name}": caught, ${caught} ×, ${seconds}`);
      else {
        say(
          `  plant "${plant.name}": NOT CAUGHT, ${seconds}${invalid === null ? '' : `; the run is invalid: ${invalid}`}`,
        );
        code = 1;
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return code;
}

/** Copies the product and applies the changes; returns why a change cannot be applied, or null. */
function plantBug(root: string, { changes }: PlantedBug): string | null {
  copyProduct(root);
  for (const { file, find, replace } of changes) {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const count = text.split(find).length - 1;
    if (count !== 1) return `the text to change is ${count} times in ${file}, and must be there once`;
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
  return null;
}
