/** Derives the origin of a wish to contact; a caller's claim is never simply believed (*Origins* in docs/rules.md). */

import type { Instant } from '#rules/time/interval.ts';
import type { Origin } from './decision.ts';
import type { Conversation, DecisionContext, Wish } from './decision-context.ts';

const HOUR = 3_600_000;
const SERVICE_WINDOW = 24 * HOUR;
const STILL_TALKING = 2 * HOUR;

/** The origins from the loosest to the strictest. Claiming a stricter origin brings no advantage. */
export const ORIGINS_BY_STRICTNESS: readonly Origin[] = ['service', 'reply', 'profile', 'automation', 'suggestion'];

export interface UsedOrigin {
  readonly origin: Origin;
  /** The claimed origin, if it was looser than the used one; else null. */
  readonly claimed: Origin | null;
  /** Until when the reply is due; null for other origins, and for a reply that is only claimed. */
  readonly until: Instant | null;
  /**
   * When the origin may change: the end of a due reply, or a customer's message that is dated later than now; else
   * null.
   */
  readonly changesAt: Instant | null;
}

/** Returns the stricter of the derived and the claimed origin, and notes a looser claim. */
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
 * Returns until when an answer to the customer's last message is due; null: no answer is due. An answer is due for free
 * text inside the 24-hour service window, if the customer's message is newer than the brand's last one or came within
 * the last two hours.
 */
function replyDueUntil(wish: Wish, { lastInboundAt, lastOutboundAt }: Conversation, now: Instant): Instant | null {
  if (wish.message !== 'text' || lastInboundAt === null || lastInboundAt > now) return null;
  const unanswered = lastOutboundAt === null || lastInboundAt > lastOutboundAt;
  const until = lastInboundAt + (unanswered ? SERVICE_WINDOW : STILL_TALKING);
  return now < until ? until : null;
}

/**
 * Returns the instant of a customer's message that is dated later than now, because its clock is ahead. The message
 * counts from that instant on.
 */
function messageToCome({ wish, conversation, now }: Pick<DecisionContext, 'now' | 'wish' | 'conversation'>) {
  const { lastInboundAt } = conversation;
  return wish.message === 'text' && lastInboundAt !== null && lastInboundAt > now ? lastInboundAt : null;
}

function strictness(origin: Origin): number {
  return ORIGINS_BY_STRICTNESS.indexOf(origin);
}
