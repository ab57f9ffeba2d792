/** The finder of the support console: finds a brand, ticket, receipt or attempt by what somebody on the phone reads out. */
import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useBrands } from '#web/shell/support/brand-queries.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { focusHeadingOnceThere } from '#web/ui/layout/focus-heading.ts';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import styles from './finder.module.css';
import { useFinderAnswer } from './finder-query.ts';
import { useFinderWords } from './finder-words.ts';
import { parseQuery } from './parse-query.ts';
import { type Result, ResultList } from './result-list.tsx';
import { useParsedText } from './use-meaning.ts';
import { useResults } from './use-results.ts';

/** Longer than an address with an id. */
const LONGEST = 200;

export function Finder({ onClose }: { readonly onClose: () => void }) {
  const t = useFinderWords();
  const s = useWords();
  const listId = useId();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const brands = useBrands();
  const understood = parseQuery(typed, brands.data ?? []);
  const finding = useFinderAnswer(understood);
  const results = useResults(understood, finding.answer);
  const meant = useParsedText(understood);
  const at = Math.min(chosen, results.length - 1);
  const failed = finding.error !== null || (brands.data === undefined && brands.error !== null);
  const searching = finding.searching || (brands.data === undefined && !failed);

  const found = results.length === 0 ? t.none : `${t.found(results.length)}.`;
  const open = ({ href }: Result) => {
    onClose();
    go(href);
    focusPage();
  };
  const press = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, at, results.length);
    const result = results[at];
    if (event.key === 'Enter' && result) {
      event.preventDefault();
      open(result);
    } else if (next !== null) {
      event.preventDefault();
      setChosen(next);
    }
  };
  const again = () => {
    finding.again();
    if (brands.data === undefined) void brands.again();
  };

  return (
    <Sheet title={t.title} onBack={onClose} actions={<Button onClick={onClose}>{t.close}</Button>}>
      <Field
        firstFocus
        type="search"
        role="combobox"
        label={t.field}
        icon={<SearchIcon />}
        placeholder={t.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={LONGEST}
        value={typed}
        aria-autocomplete="list"
        aria-expanded={results.length > 0}
        aria-controls={results.length > 0 ? listId : undefined}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <div className={styles.below}>
        <p role="status" className={styles.meant}>
          {meant === null ? t.hint : `${meant}${searching ? ` ${t.searching}` : failed ? '' : ` ${found}`}`}
        </p>
        {failed && (
          <div role="alert" className={styles.failed}>
            <p>{t.failed}</p>
            <Button onClick={again}>{s.again}</Button>
          </div>
        )}
        {results.length > 0 && <ResultList id={listId} results={results} chosen={at} onOpen={open} />}
        {finding.answer?.more && <p className={styles.soft}>{t.more}</p>}
        {meant !== null && results.length === 0 && !searching && !failed && <p className={styles.soft}>{t.noneMore}</p>}
      </div>
      <p className={styles.keys}>{t.keys}</p>
    </Sheet>
  );
}

/** The sheet returns the focus to the element that had it before, which may have disappeared with its page. */
function focusPage(): void {
  setTimeout(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    focusHeadingOnceThere();
  });
}

/** Returns the line to which an arrow key moves from `at`, round the ends of the list; null for another key or an empty list. */
function nextPlace(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  if (key === 'ArrowDown') return at === length - 1 ? 0 : at + 1;
  if (key === 'ArrowUp') return at <= 0 ? length - 1 : at - 1;
  return null;
}
