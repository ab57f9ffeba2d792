/** Writes what a ticket asks for in one line. */
import type { Language } from '#contract/core/common.ts';
import type { TicketLine } from '#web/shell/api/tickets-api.ts';
import { fromTo } from '#words/core/format.ts';
import type { TicketWords } from '#words/support/tickets.pt-BR.ts';

/** Returns "Mudar o silêncio: das 21:00 às 08:00" and the like. */
export function askedText(
  t: TicketWords,
  language: Language,
  { kind, start, end }: Pick<TicketLine, 'kind' | 'start' | 'end'>,
): string {
  return t.asked[kind](start === null || end === null ? '' : fromTo(language, start, end));
}
