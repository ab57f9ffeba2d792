/** Lists every scenario in the order in which they are played. */
import type { Scenario } from '#chaos/play-run.ts';
import { clock } from './clock.ts';
import { duo } from './duo.ts';
import { kill } from './kill.ts';
import { pooler } from './pooler.ts';
import { release } from './release.ts';
import { revoke } from './revoke.ts';
import { roll } from './roll.ts';
import { suggest } from './suggest.ts';
import { zombie } from './zombie.ts';

/** Each scenario has another type of numbers; `never` allows one list of all. */
export const scenarios = [
  release,
  duo,
  revoke,
  zombie,
  kill,
  clock,
  roll,
  pooler,
  suggest,
] as unknown as readonly Scenario<never>[];
