/** How the wish to contact arose, derived and never believed ("Origins"). */

import type { Instant } from '#rules/time/interval.ts';
import type { Origin } from './decision.ts';
import type { Conversation, DecisionContext, Wish } from './decision-context.ts';

const HOUR = 3_600_000;
const SERVICE_WINDOW = 24 * HOUR;
const STILL_TALKING = 2 * HOUR;

/** From the loosest to the strictest: whoever claims further down gains nothing by it. */
export const ORIGINS_BY_STRICTNESS: readonly Origin[] = ['service', 'reply', 'profile', 'automation', 'suggestion'];

export interface UsedOrigin {
  readonly origin: Origin;
  /** The claim, where it was the weaker one; else null. */
  readonly claimed: Origin | null;
  /** For a reply that is due: until when it is. Null for all else, also for a reply that is only claimed. */
  readonly until: Instant | null;
  /** When the origin may become another: the end of a due reply, or a customer's message that is dated later than now; else null. */
  readonly changesAt: Instant | null;
}

/** The stricter of the derived and the claimed origin; a weaker claim is noted. */
export function originOf(context: Pick<DecisionContext, 'now' | 'wish' | 'conversation'>): UsedOrigin {
  const dueUntil = replyDueUntil(context.wish, context.conversation, context.now);
  const derived = derive(context.wish, dueUntil !== null);
  const claimed = context.wish.claimed;
  const origin = claimed !== null && strictness(claimed) > strictness(derived) ? claimed : derived;
  const until = origin === 'reply' ? dueUntil : null;
  return {
    origin,
    claimed: claimed !== null && strictness(claimed) < strictness(origin) ? claimed : null,
    until,
    changesAt: until ?? messageToCome(context),
  };
}

function derive(wish: Wish, replyDue: boolean): Origin {
  if (wish.actor !== 'machine' && wish.suggestionOpen) return 'suggestion';
  if (isService(wish)) return 'service';
  if (replyDue) return 'reply';
  return wish.actor === 'machine' ? 'automation' : 'profile';
}

function isService(wish: Wish): boolean {
  if (wish.message === 'confirmation') return wish.actor === 'machine';
  return wish.message === 'utility' || wish.message === 'authentication';
}

/**
 * Until when an answer to the customer's last message is due, or null where none is: free text, inside the 24 h
 * window, and the message is newer than our last one or came within the last two hours.
 */
function replyDueUntil(wish: Wish, { lastInboundAt, lastOutboundAt }: Conversation, now: Instant): Instant | null {
  if (wish.message !== 'text' || lastInboundAt === null || lastInboundAt > now) return null;
  const unanswered = lastOutboundAt === null || lastInboundAt > lastOutboundAt;
  const until = lastInboundAt + (unanswered ? SERVICE_WINDOW : STILL_TALKING);
  return now < until ? until : null;
}

/** A message dated later than now, by a clock ahead of ours, counts from its own instant on. */
function messageToCome({ wish, conversation, now }: Pick<DecisionContext, 'now' | 'wish' | 'conversation'>) {
  const { lastInboundAt } = conversation;
  return wish.message === 'text' && lastInboundAt !== null && lastInboundAt > now ? lastInboundAt : null;
}

function strictness(origin: Origin): number {
  return ORIGINS_BY_STRICTNESS.indexOf(origin);
}
