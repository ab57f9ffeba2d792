/** The seller's own phone: a link that opens WhatsApp with the text written. Nothing comes back from it. */
import { createHash } from 'node:crypto';
import { Permit } from '#rules/contact/decide.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface HandsetMessage {
  /** E.164, `+5511900000000`. */
  readonly to: string;
  readonly text: string | null;
}

/**
 * The `wa.me` link for a permitted contact, good until `permit.validUntil` (D12). Digits only, no plus; the text
 * percent-encoded (Meta, "click to chat"). Throws where there is no permit, it has run out, or it was given for another
 * channel or text: nobody can act on that, the code is wrong.
 */
export function handsetLink(permit: Permit, { to, text }: HandsetMessage, now: Instant): string {
  if (!Permit.is(permit) || now >= permit.validUntil) throw new Error('a hand-over needs a permit in force');
  const digest = createHash('sha256')
    .update(text ?? '')
    .digest('hex');
  if (permit.channel !== 'handset' || permit.textDigest !== digest)
    throw new Error('this permit is for something else');
  const link = `https://wa.me/${to.replace('+', '')}`;
  return text ? `${link}?text=${encodeURIComponent(text)}` : link;
}
