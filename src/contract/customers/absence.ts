/** Shapes of days off: the wish, the preview, and an absence as lists show it. */
import { z } from 'zod';
import { DateInput, Id, InstantText } from '#contract/core/common.ts';
import { MoveTo, PortfolioReturned, Share } from './portfolio.ts';

const DateText = z.iso.date();

/**
 * `from` and `until`: the first and the last day, on the store's clock. `pass`: who gets open suggestions and held
 * contacts meanwhile. `dryRun`: only answer what would be passed on now.
 */
export const MakeAbsence = z.strictObject({
  from: DateInput,
  until: DateInput,
  pass: z.union([z.literal('nothing'), MoveTo]).default('nothing'),
  dryRun: z.boolean().default(false),
});

export const Absence = z.object({
  id: Id,
  person: z.object({ id: Id, name: z.string() }),
  from: DateText,
  until: DateText,
  state: z.enum(['coming', 'running', 'over']),
  startsAt: InstantText,
  endsAt: InstantText,
  /** Who gets suggestions and held contacts at the start; null: nobody. `name` null: those who are there share them. */
  passesTo: z.object({ name: z.string().nullable() }).nullable(),
  /** The suggestions and held contacts that were passed on, and to whom; null: none were. */
  passed: z.object({ to: z.array(z.string()), suggestions: z.int(), held: z.int() }).nullable(),
});
export type Absence = z.infer<typeof Absence>;

export const AbsenceList = z.object({ items: z.array(Absence), next: z.null() });

/** What would be passed on if the absence began now; null: nothing is passed on. */
export const AbsencePlan = z.object({
  plan: z
    .object({
      customers: z.int(),
      to: z.array(Share),
      held: z.object({ passed: z.int(), kept: z.int() }),
      suggestions: z.int(),
    })
    .nullable(),
});
export type AbsencePlan = z.infer<typeof AbsencePlan>;

export const PassAbsence = z.strictObject({ to: MoveTo });

/** The ended absence; `returned` null: nothing had been passed on. */
export const AbsenceEnded = z.object({
  returned: PortfolioReturned.pick({ held: true, suggestions: true }).nullable(),
});
export type AbsenceEnded = z.infer<typeof AbsenceEnded>;
