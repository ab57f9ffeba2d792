/**
 * The handset channel: makes the link that opens WhatsApp on the seller's phone with the text filled in. WhatsApp
 * reports nothing back.
 */
import { createHash } from 'node:crypto';
import { Permit } from '#rules/contact/decide.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface HandsetMessage {
  /** The number in E.164: `+5511900000000`. */
  readonly to: string;
  readonly text: string | null;
}

/**
 * The `wa.me` link for a permitted contact, valid until `permit.validUntil` (D12). The number is written in digits
 * without a plus, the text percent-encoded (Meta, "click to chat"). Throws if the permit is missing, has expired, or
 * was given for another channel or text; only a bug in the caller can cause that.
 */
export function handsetLink(permit: Permit, { to, text }: HandsetMessage, now: Instant): string {
  if (!Permit.is(permit) || now >= permit.validUntil)
    throw new Error('a hand-over needs a permit in force: it is missing, forged or expired');
  const digest = createHash('sha256')
    .update(text ?? '')
    .digest('hex');
  if (permit.channel !== 'handset' || permit.textDigest !== digest)
    throw new Error('the permit was given for another channel or text');
  const link = `https://wa.me/${to.replace('+', '')}`;
  return text ? `${link}?text=${encodeURIComponent(text)}` : link;
}
