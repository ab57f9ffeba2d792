/** Reads what a mail with the summary of a week tells, and whether the mail may be sent now. */
import type { Reads } from '#db/core/db.ts';
import type { ClaimedMail } from '#db/mail/outgoing-mails.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { readWeek } from '#flows/reports/read-week.ts';
import { chosenMailKindsOf } from '#rules/mail/mail-kinds.ts';
import { personRole, scopeOf } from '#rules/people/access.ts';
import { dayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { MailFacts } from './mailer.ts';
import { readWeekMailTimes } from './week-mail-times.ts';

export interface WeekFactsDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
  /** The app's clock. */
  readonly now: () => Instant;
}

/** The mail waits for the next open hours of the brand: they begin after `waitMs`. */
export interface PostponedMail {
  readonly kind: 'postponed';
  readonly waitMs: number;
}

/**
 * Returns null where the mail is too late, nothing happened in both weeks, or the reader no longer manages a store or the
 * brand. The figures are read now, so that they equal the Panorama's.
 */
export async function readWeekFacts(
  deps: WeekFactsDeps,
  { brandId, personId, weekOn }: Pick<ClaimedMail, 'brandId' | 'personId' | 'weekOn'>,
): Promise<MailFacts | PostponedMail | null> {
  const monday = weekOn === null ? null : dayOf(weekOn);
  if (brandId === null || personId === null || monday === null) return null;
  const { db, timelines } = deps;
  const now = deps.now();
  const times = await db.read(brandId, (reads) => readWeekMailTimes(reads, timelines, brandId, monday));
  const next = times.find(({ end }) => end > now);
  if (next === undefined) return null;
  if (next.start > now) return { kind: 'postponed', waitMs: next.start - now };
  const [[brand], [person]] = await db.read(brandId, (reads) =>
    Promise.all([reads.run(readBrandCard, { brandId }), reads.run(findPersonOfBrand, { brandId, personId })]),
  );
  if (!brand || !person?.active) return null;
  const role = personRole(person.role);
  if (!chosenMailKindsOf(role).includes('week_summary')) return null;
  const { storeId } = scopeOf('read_panorama', { role, personId, storeId: person.storeId });
  const week = await readWeek(deps, brandId, { storeId, weekOn }, now);
  if (week === null || week === 'unusable' || !week.hasData) return null;
  const { name, article, zone } = brand;
  return { kind: 'week_summary', brand: { name, article, zone }, week };
}
