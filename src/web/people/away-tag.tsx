/** Says of a person who is away until when, or which days off come next. */
import type { PersonRow } from '#contract/people/people.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Tag } from '#web/ui/forms/chip.tsx';
import { shortDate } from '#words/core/format.ts';
import { usePeopleWords } from './people-words.ts';

export function AwayTag({ away }: Pick<PersonRow, 'away'>) {
  const t = usePeopleWords();
  const language = useLanguage();
  if (away === null) return null;
  const [from, until] = [shortDate(language, away.from), shortDate(language, away.until)];
  return (
    <Tag tone={away.isRunning ? 'warn' : 'plain'}>{away.isRunning ? t.awayUntil(until) : t.awayFrom(from, until)}</Tag>
  );
}
