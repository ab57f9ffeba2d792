/** Turns what was found into lines to choose from, each with its address. */
import type { FinderAnswer } from '#contract/support/finder.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { consoleNow, consoleZone } from '#web/shell/support/brand-queries.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { askedText } from '#web/support/tickets/asked-text.ts';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { when } from '#words/core/format.ts';
import { attemptStateWords } from './attempt-state-words.ts';
import type { FoundItem } from './finder-query.ts';
import { useFinderWords } from './finder-words.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { Result } from './result-list.tsx';

/** How many brands are listed; more typed letters narrow them. */
const BRANDS_SHOWN = 8;

export function useResults(understood: ParsedQuery, answer: Pick<FinderAnswer, 'items'> | null): readonly Result[] {
  const t = useFinderWords();
  const s = useWords();
  const tickets = useTicketWords();
  const states = attemptStateWords.useWords();
  const language = useLanguage();
  const now = consoleNow();
  const say = (instant: string) => when(language, Date.parse(instant), now ?? Date.parse(instant), consoleZone());
  const resultOf = (item: FoundItem): Result => {
    const { brand, id } = item;
    const key = `${item.type} ${id}`;
    switch (item.type) {
      case 'ticket':
        return {
          ...{ key, group: 'ticket', href: `/suporte/chamados/${id}` },
          title: `${brand.name} · ${tickets.numbered(item.number)}`,
          meta: `${askedText(tickets, language, item)} · ${tickets.states.support[item.state]}`,
        };
      case 'receipt':
        return {
          ...{ key, group: 'receipt', href: `/suporte/${brand.slug}/tentativas/${item.attemptId}` },
          title: `${brand.name} · ${t.receipt(item.number)}`,
          meta: `${say(item.decidedAt)} · ${t.opensAttempt}`,
        };
      case 'attempt':
        return {
          ...{ key, group: 'attempt', href: `/suporte/${brand.slug}/tentativas/${id}` },
          title: `${brand.name} · ${t.attempt}`,
          meta: `${say(item.createdAt)} · ${states[item.state]}`,
        };
    }
  };
  const brands = understood.kind === 'name' || understood.kind === 'number' ? understood.brands : [];
  const ofBrands = brands.slice(0, BRANDS_SHOWN).map(
    ({ id, name, slug, plan }): Result => ({
      ...{ key: `brand ${id}`, group: 'brand', href: `/suporte/${slug}` },
      title: name,
      meta: s.plans[plan],
    }),
  );
  // The items with the number come before the brands that the text names.
  const found = (answer?.items ?? []).map(resultOf);
  return [...found, ...ofBrands];
}
