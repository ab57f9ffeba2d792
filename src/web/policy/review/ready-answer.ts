/** Writes the answer to the brand for a publication, ready to be edited. */

import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { firstName } from '#web/policy/console/ticket-band.tsx';
import type { ParsedDraft } from '#web/policy/form/draft-policy.ts';
import type { HoursDraft } from '#web/policy/form/hours-draft.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { ofBrand } from '#words/core/brand.ts';
import { joinList, when } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import { policySentence } from '#words/policy/sentence.ts';
import type { ConflictBody, TicketBody } from './preview-api.ts';

export interface ReadyAnswer {
  readonly brand: Brand;
  readonly policy: Policy;
  readonly parsed: ParsedDraft;
  readonly draft: HoursDraft;
  readonly ticket: TicketBody | null;
  /** The stores that are open in these quiet hours. */
  readonly conflicts: readonly ConflictBody[];
  readonly now: Instant;
}

/** Returns an empty text without a ticket. */
export function useReadyAnswer({ brand, policy, parsed, draft, ticket, conflicts, now }: ReadyAnswer): string {
  const t = useConfigureWords();
  const language = useLanguage();
  if (ticket === null) return '';
  const from =
    parsed.effectiveAt === null
      ? draft.effective === 'now'
        ? t.rightNow
        : t.nextStart
      : t.fromMoment(when(language, parsed.effectiveAt, now, brand.zone));
  const sentence = policySentence(language, policy);
  const stores =
    conflicts.length === 0
      ? null
      : {
          n: conflicts.length,
          list: joinList(
            language,
            conflicts.map(({ storeName }) => storeName),
          ),
        };
  return t.readyAnswer(firstName(ticket.openedBy), ofBrand(language, brand), from, lowerFirst(sentence), stores);
}

/** Starts a sentence in lower case, for the middle of another sentence. */
function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
