/** Scenario `roll`: two servers behind a proxy are restarted one after the other while people work, and no request fails. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '#chaos/play-run.ts';
import { type FrontProxy, openProxy } from '#chaos/proxy.ts';
import { sendRequests } from './clients.ts';

interface Numbers {
  readonly people: number;
  readonly rounds: number;
}

const READY_MS = 30_000;

export const roll: Scenario<Numbers> = {
  name: 'roll',
  servers: 2,
  drainSeconds: 1,
  sizes: { small: { people: 6, rounds: 1 }, large: { people: 24, rounds: 10 }, planted: { people: 6, rounds: 1 } },
  async play(run, { people, rounds }) {
    const proxy = await openProxy(run.fleet);
    try {
      for (const index of [0, 1]) await waitUntilReady(proxy, index);
      let over = false;
      const asking = sendRequests(
        run,
        run.world.sellers.slice(0, people),
        () => proxy.port,
        () => over,
      );
      for (let round = 0; round < rounds; round += 1) {
        for (const index of [0, 1]) {
          run.phase(`restart of server ${index}`);
          run.fault('restart', String(index));
          await run.fleet.restart(index);
          await waitUntilReady(proxy, index);
        }
      }
      over = true;
      const { answered, failed } = await asking;
      run.phase(`${answered} answered, ${failed} failed`);
    } finally {
      await proxy.close();
    }
  },
  invalid({ figures }, { rounds }) {
    const restarts = figures.faults.restart ?? 0;
    return restarts < 2 * rounds ? `only ${restarts} restarts took place` : null;
  },
};

async function waitUntilReady(proxy: FrontProxy, index: number): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (!proxy.isReady(index)) {
    if (Date.now() > deadline) throw new Error(`server ${index} did not become ready`);
    await pause(20);
  }
}
