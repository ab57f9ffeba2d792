/** Checks whether the customer can be reached and agrees to messages (D1–D2c). */
import type { Verdict } from '#rules/contact/decision.ts';
import { isListed } from '#rules/contact/do-not-call.ts';
import { againstBeginning, type CustomerCase } from './case.ts';

/** D1: the customer is erased, merged or not reachable. */
export function customerUnavailable({ context: { customer } }: CustomerCase): Verdict {
  return customer.availability !== 'present' || !customer.reachable ? 'block' : 'allow';
}

/**
 * D2: the customer asked to stop or refuses permission. A refusal without a date allows no exception for a reply,
 * because no message can be shown to be later.
 */
export function optedOut({ context: { customer, conversation, wish }, origin, replyDue }: CustomerCase): Verdict {
  const { optedOutAt, permission } = customer;
  if (optedOutAt === null && permission !== 'refused') return 'allow';
  if (origin === 'service' && wish.message === 'confirmation') return 'allow';
  const wroteSince =
    optedOutAt !== null && conversation.lastInboundAt !== null && conversation.lastInboundAt > optedOutAt;
  return replyDue && wroteSince ? 'allow' : 'block';
}

/** D2b: it is unknown whether the customer agrees to messages. */
export function noPermission({ context: { customer }, origin }: CustomerCase): Verdict {
  return customer.permission === 'unknown' ? againstBeginning(origin) : 'allow';
}

/** D2c: the number stands on the brand's do-not-call list, and no consent is dated after the first listing. */
export function doNotCallList({ context: { customer }, origin }: CustomerCase): Verdict {
  return isListed(customer.doNotCall) ? againstBeginning(origin) : 'allow';
}
