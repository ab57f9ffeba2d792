/** Shapes of quiet hours, as a store reads them and as support sets them. */

import { z } from 'zod';
import { Id, InstantInput, InstantText } from '#contract/core/common.ts';
import { BrandRow, Plan } from '#contract/people/brand.ts';

/** A notice that a person is told once (A8): what will happen, what changed, or that the hours are suspended. */
export const Notice = z.object({
  key: z.string(),
  kind: z.enum(['first_day', 'changed', 'suspended', 'ended']),
  sentence: z.string(),
});

/** The answer of `GET /api/v1/quiet-hours`, which every open screen reads. All instants are by the app's clock. */
export const QuietHours = z.object({
  active: z.boolean(),
  reason: z.enum(['in_force', 'no_plan', 'no_policy', 'not_yet', 'suspended']),
  policy: z.unknown().nullable(),
  policyVersion: z.int().nullable(),
  quietNow: z.boolean(),
  quietSince: InstantText.nullable(),
  quietUntil: InstantText.nullable(),
  nextQuietAt: InstantText.nullable(),
  /** The end of the silence that starts at `nextQuietAt`, so that a screen can switch without asking again. */
  nextQuietUntil: InstantText.nullable(),
  suspendedUntil: InstantText.nullable(),
  sentence: z.string().nullable(),
  /** The next version that takes effect. `paused`: not before the suspension is resumed, and not before `from`. */
  coming: z.object({ version: z.int(), from: InstantText, paused: z.boolean(), sentence: z.string() }).nullable(),
  serverTime: InstantText,
  ticking: z.boolean(),
  zone: z.string(),
  zones: z.array(
    z.object({
      zone: z.string(),
      stores: z.int(),
      quietNow: z.boolean(),
      until: InstantText.nullable(),
      next: InstantText.nullable(),
    }),
  ),
  notice: Notice.nullable(),
});
export type QuietHours = z.infer<typeof QuietHours>;

const Stretch = z.object({ start: InstantText, end: InstantText });

/**
 * The answer of `GET /api/v1/quiet-hours/today`, for brand managers: the local day of each zone, from `from` to `to`.
 */
export const ZoneDays = z.object({
  zones: z.array(
    z.object({
      zone: z.string(),
      date: z.iso.date(),
      from: InstantText,
      to: InstantText,
      stores: z.int(),
      /** How many of these stores have opening hours on record. */
      storesWithHours: z.int(),
      quiet: z.array(Stretch),
      /** When at least one store of the zone is open. */
      open: z.array(Stretch),
    }),
  ),
});

export const NoticeSeen = z.strictObject({ key: z.string().min(1).max(80) });

export const BrandDetail = BrandRow.extend({
  /** The article of the name in Portuguese: a Aurora, o Cais. */
  article: z.enum(['a', 'o', '']),
  zone: z.string(),
  stores: z.array(
    z.object({
      id: Id,
      name: z.string(),
      city: z.string(),
      state: z.string(),
      zone: z.string(),
      /**
       * By weekday, Monday = 0. If `closes` is not after `opens`, the store closes on the next day. Empty: the hours
       * are not known.
       */
      hours: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
    }),
  ),
  quietHours: QuietHours.omit({ notice: true }),
});
export const ChangeBrand = z.strictObject({ plan: Plan });

/** The ticket that asked for the change, and the answer to write in it. */
const answering = { ticketId: Id.optional(), answer: z.string().trim().min(1).max(4000).optional() };

/** The body of a publication. `policy` is parsed by `rules/policy/policy.ts`, which reports the path of a fault. */
export const Publish = z
  .strictObject({
    policy: z.unknown(),
    effective: z.union([z.enum(['next-quiet-start', 'now']), InstantInput]).default('next-quiet-start'),
    reason: z.string().trim().min(1).max(500),
    ...answering,
    /** The codes of the lints that the author read and confirmed (A4). */
    confirmed: z.array(z.string().max(60)).max(40).optional(),
  })
  .superRefine(answerNeedsTicket);
export const Published = z.object({
  version: z.int(),
  revision: z.int(),
  effectiveAt: InstantText,
  sentence: z.string(),
});

export const Suspend = z
  .strictObject({ until: InstantInput.nullable(), reason: z.string().trim().min(1).max(500), ...answering })
  .superRefine(answerNeedsTicket);
export const Resume = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const PolicyChanged = z.object({ revision: z.int() });

export const PolicyVersion = z.object({
  revision: z.int(),
  kind: z.enum(['publish', 'suspend', 'resume']),
  version: z.int().nullable(),
  at: InstantText,
  effectiveAt: InstantText.nullable(),
  until: InstantText.nullable(),
  author: z.string(),
  cause: z.enum(['support', 'plan']),
  reason: z.string(),
  sentence: z.string().nullable(),
  policy: z.unknown().nullable(),
  inForce: z.boolean(),
  /**
   * Whether this version will take effect later: no other version replaces it before, and no suspension without an end
   * is in force.
   */
  coming: z.boolean(),
});
export const PolicyHistory = z.object({ items: z.array(PolicyVersion), next: z.null() });

export const DemoClock = z.object({ now: InstantText, ticking: z.boolean() });
export const SetDemoClock = z.strictObject({ now: InstantInput, ticking: z.boolean().default(true) });

/** Refuses an answer without a ticket, because there is nowhere to write it. */
function answerNeedsTicket(
  { ticketId, answer }: { ticketId?: string | undefined; answer?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (answer === undefined || ticketId !== undefined) return;
  context.addIssue({ code: 'custom', path: ['ticketId'], message: 'missing', params: { code: 'missing' } });
}
