/** Finds the text of a held message after an edit or after it was passed on to another seller (H4). */
import { firstName } from '#rules/contact/message-text.ts';
import { keepRanges, namesPerson, renamed, type TextRange, validRanges } from '#rules/holds/seller-name.ts';

/** The text of a held message with the places that name its seller. */
export interface HeldText {
  readonly text: string | null;
  readonly sellerStretches: readonly TextRange[];
  readonly speaksAs: string | null;
}

interface Named {
  readonly name: string;
}

/**
 * Returns the text of the message after the change (H4). A stretch that names the seller by a variable gets the new
 * seller's name. Other words that still name the earlier seller stay, and the new seller is asked about them
 * (`speaksAs`). `to` null: the message stays with its seller.
 */
export function spokenText(
  attempt: HeldText,
  edited: string | null,
  from: Named | null,
  to: Named | null,
): { readonly text: string | null; readonly stretches: readonly TextRange[]; readonly speaksAs: string | null } {
  const written = { text: attempt.text ?? '', stretches: attempt.sellerStretches };
  const kept = { ...written, stretches: from === null ? [] : validRanges(written, from.name) };
  const own = edited === null ? kept : { text: edited, stretches: keepRanges(kept, edited) };
  if (to === null) return { text: own.text || null, stretches: own.stretches, speaksAs: null };
  const named = renamed(own, to.name);
  const earlier = [from?.name ?? null, attempt.speaksAs].find(
    (name) => name !== null && firstName(name) !== firstName(to.name) && namesPerson(named, name),
  );
  return { text: named.text || null, stretches: named.stretches, speaksAs: earlier ?? null };
}
