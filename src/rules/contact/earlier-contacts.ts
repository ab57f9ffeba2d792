/**
 * Reads earlier contacts with a number: whether the cool-down (quarentena) runs, and whether the last contacts are known
 * to be unanswered (D6, D6b).
 */
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';

/**
 * The earlier contacts by anybody of the brand with the customer's number. A contact is a hand-over that was not
 * withdrawn, is no reply and no service message, and does not belong to the attempt in question.
 */
export interface EarlierContacts {
  /** The days of the cool-down; 0: there is none. */
  readonly coolDownDays: number;
  /** The last contact, if the cool-down since then runs; else null. */
  readonly contactedAt: Instant | null;
  /** The number of unanswered contacts from which nobody begins another one; 0: the brand does not count them. */
  readonly unansweredAfter: number;
  /**
   * The contacts without an answer that may count, newest first; none if they are fewer than `unansweredAfter`. A contact
   * before the customer's last answer or last purchase is not among them, and neither is one without an outcome.
   */
  readonly unansweredAt: readonly Instant[];
}

/** Returns when the cool-down ends: `coolDownDays` × 24 h after the last contact (D6). Null: none runs at `at`. */
export function coolDownUntil(
  { coolDownDays, contactedAt }: Pick<EarlierContacts, 'coolDownDays' | 'contactedAt'>,
  at: Instant,
): Instant | null {
  if (contactedAt === null || coolDownDays === 0) return null;
  const until = contactedAt + coolDownDays * DAY_MS;
  return at < until ? until : null;
}

/** Whether at least `unansweredAfter` contacts are known to be unanswered (D6b). */
export function isUnanswered({ unansweredAfter, unansweredAt }: EarlierContacts, at: Instant): boolean {
  if (unansweredAfter === 0 || unansweredAt.length < unansweredAfter) return false;
  return unansweredAt.filter((contactAt) => countsAsUnanswered(contactAt, at)).length >= unansweredAfter;
}

/** Returns the next instant at which `isUnanswered` gives another answer by itself; null: never. */
export function unansweredChangesAt(contacts: EarlierContacts, at: Instant): Instant | null {
  if (contacts.unansweredAt.length < contacts.unansweredAfter) return null;
  const isNow = isUnanswered(contacts, at);
  const boundaries = contacts.unansweredAt.flatMap((contactAt) => [contactAt + KNOWN_MS, contactAt + FORGOTTEN_MS]);
  const later = boundaries.filter((boundary) => boundary > at).toSorted((a, b) => a - b);
  return later.find((boundary) => isUnanswered(contacts, boundary) !== isNow) ?? null;
}

/** Returns the facts without those that change no answer, so that a receipt contains no instant in vain. */
export function relevantContacts(contacts: EarlierContacts, now: Instant): EarlierContacts {
  const unansweredAt = contacts.unansweredAt.filter((contactAt) => now < contactAt + FORGOTTEN_MS);
  return {
    coolDownDays: contacts.coolDownDays,
    contactedAt: coolDownUntil(contacts, now) === null ? null : contacts.contactedAt,
    unansweredAfter: contacts.unansweredAfter,
    unansweredAt: contacts.unansweredAfter > 0 && unansweredAt.length >= contacts.unansweredAfter ? unansweredAt : [],
  };
}

function countsAsUnanswered(contactAt: Instant, at: Instant): boolean {
  return at >= contactAt + KNOWN_MS && at < contactAt + FORGOTTEN_MS;
}

/** A contact is known to be unanswered once it is 72 hours old, and no longer counts after 180 days (D6b). */
const KNOWN_MS = 3 * DAY_MS;
const FORGOTTEN_MS = 180 * DAY_MS;
