/** Moves the app's clock during a fault run, through the product's own route. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Fleet } from './fleet.ts';
import type { Chance } from './seeded-random.ts';
import type { Witness } from './witness.ts';

const PATIENCE_MS = 60_000;
const ANSWER_MS = 8_000;

export class AppClockMover {
  readonly #fleet: Fleet;
  readonly #witness: Witness;
  readonly #chance: Chance;
  #frozenAt = 0;

  constructor(fleet: Fleet, witness: Witness, chance: Chance) {
    this.#fleet = fleet;
    this.#witness = witness;
    this.#chance = chance;
  }

  /** The instant to which the app's clock was last set, in epoch milliseconds. */
  get lastSet(): number {
    return this.#frozenAt;
  }

  /** Sets the app's clock; retries for a minute, then throws. `isSeen` says whether the move already had its effect, even if no answer came. */
  async set(to: number, ticking = false, isSeen: () => boolean = () => false): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    const body = JSON.stringify({ now: new Date(to).toISOString(), ticking });
    for (;;) {
      const server = this.#fleet.pickRunning(this.#chance);
      const done = server !== null && (await Promise.race([putClock(server.port, body), until(isSeen)]));
      if (done || isSeen()) break;
      if (Date.now() > deadline) throw new Error("no server moved the app's clock within 60 s");
      await pause(100);
    }
    this.#frozenAt = to;
    this.#witness.tell({ saw: 'clock', now: to, ticking });
  }
}

/** Waits for `isSeen`, at most as long as an answer may take. */
async function until(isSeen: () => boolean): Promise<boolean> {
  const deadline = Date.now() + ANSWER_MS;
  while (!isSeen() && Date.now() < deadline) await pause(10);
  return isSeen();
}

async function putClock(port: number, body: string): Promise<boolean> {
  const init = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(ANSWER_MS),
  };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/demo/clock`, init).catch(() => null);
  await answer?.text().catch(() => '');
  return answer?.status === 200;
}

/** Returns the instant at which the clock of `zone` shows a date and time, such as `2026-11-24` and `09:30`. */
export function instantIn(zone: string, date: string, time: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/** Returns the date `days` days after `date`. */
export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export const MINUTE = 60_000;
