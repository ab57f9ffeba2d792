/** The real server, with an app's clock that a journey moves by messages: production's own clock follows no input. */
import process from 'node:process';
import { AppClock, hostClock } from '#main/core/clock.ts';
import { runServer } from '#main/server/lifecycle.ts';
import { wire } from '#main/server/wire.ts';

/** A clock that ticks from the instant to which the journey moved it last. */
class MovedClock extends AppClock {
  #shiftMs = 0;

  override now(): number {
    return hostClock.now() + this.#shiftMs;
  }

  moveTo(instant: number): void {
    this.#shiftMs = instant - hostClock.now();
  }
}

const clock = new MovedClock();
process.on('message', (instant: number) => {
  clock.moveTo(instant);
  process.send?.('moved');
});
await runServer((installation) => wire({ ...installation, clock }));
