/** The history of a person: what was changed, by whom and when. */
import styles from '#web/people/people.module.css';
import type { PersonDetail } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { when } from '#words/core/format.ts';

export function ChangesCard({ changes }: Pick<PersonDetail, 'changes'>) {
  const t = usePeopleWords();
  const language = useLanguage();
  const { zone } = useShop();
  if (changes.length === 0) return null;
  return (
    <Card>
      <h2>{t.changes}</h2>
      <ul className={styles.lines}>
        {changes.map(({ at, by, kind, fields }) => (
          <li key={`${at} ${kind} ${fields.join()}`}>
            {t.changeKinds[kind]}
            {fields.length > 0 && `: ${fields.map((field) => fieldName(t.changeFields, field)).join(', ')}`}
            <small>{t.changeBy(by, when(language, Date.parse(at), Date.now(), zone))}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Returns the field's name in the reader's language; a field that is newer than this screen keeps its own name. */
function fieldName(names: Readonly<Record<string, string>>, field: string): string {
  return names[field] ?? field;
}
