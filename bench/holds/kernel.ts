/** Measures one kernel, alone in its process: `node bench/holds/kernel.ts <bare loop|slots|whole>` prints milliseconds. */
import process from 'node:process';
import { offsetOf, type SlotOpening, slotOf } from '#rules/contact/pace.ts';
import type { Instant } from '#rules/time/interval.ts';
import { OPENING, reserve } from './slot-fixture.ts';

const SELLERS = 600;
const EACH = 50;
const sellerIds = Array.from(
  { length: SELLERS },
  (_, i) => `019a2070-34b1-788e-bf8e-${(i * 7919).toString(16).padStart(12, '0')}`,
);
const openSpan = { start: OPENING, end: OPENING + 10 * 3_600_000 };

const KERNELS: Readonly<Record<string, () => number>> = {
  /** Only stores the minutes of each queue, one after the other. */
  'bare loop': () => {
    let made = 0;
    for (const _ of sellerIds) {
      const taken = new Set<Instant>();
      for (let n = 0; n < EACH; n++) taken.add(OPENING + n * 60_000);
      made += taken.size;
    }
    return made;
  },
  /** Finds the slots in an opening that is known. */
  slots: () => {
    let made = 0;
    for (const sellerId of sellerIds) {
      const taken = new Set<Instant>();
      const morning: SlotOpening = { openSpan, spreadMinutes: 120, offsetMinutes: offsetOf(sellerId) };
      for (let n = 0; n < EACH; n++) taken.add(slotOf(morning, n, (at) => taken.has(at)) as Instant);
      made += taken.size;
    }
    return made;
  },
  /** Finds also the opening for each slot: quiet hours, the store's hours and its clock. */
  whole: () => reserve(sellerIds, EACH).length,
};

const kernel = KERNELS[process.argv[2] ?? ''];
if (kernel === undefined)
  throw new Error(`There is no kernel ${process.argv[2]}, only: ${Object.keys(KERNELS).join(', ')}`);
if (kernel() !== SELLERS * EACH) throw new Error(`The kernel did not reserve all ${SELLERS * EACH} minutes`);
const began = performance.now();
kernel();
process.stdout.write(String(performance.now() - began));
