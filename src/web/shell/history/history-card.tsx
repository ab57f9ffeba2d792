/** The history of a person or a store: what was changed, by whom and when. */

import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { when } from '#words/core/format.ts';
import styles from './history-card.module.css';

export interface HistoryCardProps<Kind extends string, By> {
  readonly title: string;
  readonly changes: readonly {
    readonly at: string;
    readonly by: By;
    readonly kind: Kind;
    readonly fields: readonly string[];
  }[];
  readonly kinds: Readonly<Record<Kind, string>>;
  /** The names of fields in the reader's language; a field that is newer than the screen keeps its own name. */
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly byWhom: (by: By, when: string) => string;
}

export function HistoryCard<Kind extends string, By>(props: HistoryCardProps<Kind, By>) {
  const { title, changes, kinds, fieldNames, byWhom } = props;
  const language = useLanguage();
  const { zone } = useShop();
  if (changes.length === 0) return null;
  return (
    <Card>
      <h2>{title}</h2>
      <ul className={styles.lines}>
        {changes.map(({ at, by, kind, fields }) => (
          <li key={`${at} ${kind} ${fields.join()}`}>
            {kinds[kind]}
            {fields.length > 0 && `: ${fields.map((field) => fieldNames[field] ?? field).join(', ')}`}
            <small>{byWhom(by, when(language, Date.parse(at), Date.now(), zone))}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
