/** Says in a sentence how the finder understood the text, so that a support person sees why something is not found. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { count, joinList } from '#words/core/format.ts';
import { useFinderWords } from './finder-words.ts';
import type { ParsedQuery } from './parse-query.ts';

/** The sentence names at most this many brands. */
const BRANDS_NAMED = 3;

/** Returns null where nothing was typed. */
export function useParsedText(understood: ParsedQuery): string | null {
  const t = useFinderWords();
  const language = useLanguage();
  switch (understood.kind) {
    case 'nothing':
      return null;
    case 'name':
      return `${t.meant.name(understood.text)}.`;
    case 'id':
      return `${t.meant.id[understood.of]}.`;
    case 'number': {
      const { number, kinds, within, brandText } = understood;
      const [kind, other] = kinds;
      const what = t.meant.number[other === undefined && kind !== undefined ? kind : 'both'](count(language, number));
      if (within === null) return `${what} ${t.meant.everywhere}.`;
      if (within.length === 0) return `${what}. ${t.meant.unknownBrand(brandText ?? '')}`;
      const names = within.length > BRANDS_NAMED ? [`“${brandText}”`] : within.map(({ name }) => name);
      return `${what} ${t.meant.within(joinList(language, names))}.`;
    }
  }
}
