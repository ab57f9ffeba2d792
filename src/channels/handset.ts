/** The seller's own phone: a link that opens WhatsApp with the text written. Nothing comes back from it. */
import { Permit } from '#rules/decide.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface Handset {
  /** E.164, `+5511900000000`. */
  readonly to: string;
  readonly text: string | null;
}

/**
 * The `wa.me` link for a permitted contact, good until `permit.validUntil` (D12).
 * Throws where there is no permit or it has run out: nobody can act on that, the code is wrong.
 * Format: digits only, no plus; `text` percent-encoded (Meta, "click to chat").
 */
export function handsetLink(permit: Permit, { to, text }: Handset, now: Instant): string {
  if (!Permit.is(permit) || now >= permit.validUntil) throw new Error('a hand-over needs a permit in force');
  const link = `https://wa.me/${to.replace('+', '')}`;
  return text ? `${link}?text=${encodeURIComponent(text)}` : link;
}
