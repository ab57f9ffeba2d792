/** Scenario `pooler`: servers recognise a pooler that refuses named statements, and no request fails. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '#chaos/play-run.ts';
import { sendRequests } from './clients.ts';

interface Numbers {
  readonly people: number;
  readonly forMs: number;
}

export const pooler: Scenario<Numbers> = {
  name: 'pooler',
  servers: 1,
  pooled: true,
  sizes: {
    small: { people: 6, forMs: 3_000 },
    large: { people: 24, forMs: 60_000 },
    planted: { people: 2, forMs: 1_000 },
  },
  async play(run, { people, forMs }) {
    let over = false;
    const asking = sendRequests(
      run,
      run.world.sellers.slice(0, people),
      () => run.fleet.at(0)?.port ?? 0,
      () => over,
    );
    await pause(forMs);
    over = true;
    const { answered, failed } = await asking;
    run.phase(`${answered} answered, ${failed} failed`);
  },
  invalid({ evidence }) {
    const told = evidence.lines.findLast((line) => line.saw === 'phase' && line.phase.includes('answered'));
    return told === undefined ? 'no client sent a request' : null;
  },
};
