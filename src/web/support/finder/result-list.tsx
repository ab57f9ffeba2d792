/** Lists the finder's results in groups by kind; a line is chosen by keys or by a press. */
import { useEffect, useRef } from 'react';
import styles from './finder.module.css';
import { useFinderWords } from './finder-words.ts';

export interface Result {
  readonly key: string;
  readonly group: 'brand' | 'ticket' | 'receipt' | 'attempt';
  readonly href: string;
  readonly title: string;
  readonly meta: string;
}

export interface ResultListProps {
  readonly id: string;
  readonly results: readonly Result[];
  readonly chosen: number;
  readonly onOpen: (result: Result) => void;
}

/** The focus stays in the field, which names the chosen line by its id: `${id}-${place}`. */
export function ResultList({ id, results, chosen, onOpen }: ResultListProps) {
  const t = useFinderWords();
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(chosen);
  // The list scrolls when the chosen line changes, and not when results arrive: on a small screen that would scroll the field away.
  useEffect(() => {
    if (shown.current === chosen) return;
    shown.current = chosen;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const groups = [...new Set(results.map(({ group }) => group))];
  return (
    <div ref={list} id={id} role="listbox" aria-label={t.results} className={styles.results}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox is not a fieldset.
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} role="presentation" className={styles.group}>
            {t.groups[group]}
          </div>
          {results.map((result, place) =>
            result.group !== group ? null : (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field has the focus and handles the keys.
              <div
                key={result.key}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === chosen}
                className={styles.result}
                onClick={() => onOpen(result)}
              >
                <span className={styles.title}>{result.title}</span>
                <span className={styles.meta}>{result.meta}</span>
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
