/** What an attempt is found by: whom it was to, who made it, where it stands, and when. */
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { listed, shortDate } from '#words/core/format.ts';
import { ANY, type AttemptSearch, isAny } from './attempt-search.ts';
import styles from './attempts.module.css';
import type { AttemptState } from './attempts-api.ts';
import { useAttemptsWords } from './attempts-words.ts';

const STATES: readonly AttemptState[] = [
  'refused',
  'warned',
  'held',
  'ready',
  'handed_over',
  'sent',
  'abandoned',
  'cancelled',
  'expired',
];

export interface SearchFormProps {
  readonly search: AttemptSearch;
  /** Names are found by whole words only. */
  readonly masked: boolean;
  readonly onSearch: (search: AttemptSearch) => void;
}

export function SearchForm({ search, masked, onSearch }: SearchFormProps) {
  const t = useAttemptsWords();
  const language = useLanguage();
  const [typed, setTyped] = useState(search);
  const [open, setOpen] = useState(() => isAny(search));
  const formId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const customer = useRef<HTMLInputElement>(null);
  const set = (change: Partial<AttemptSearch>) => setTyped({ ...typed, ...change });
  const choose = (state: AttemptState | null) => {
    set({ state });
    onSearch({ ...typed, state });
  };
  // What clears goes with what it cleared: the search begins anew at its first field.
  const clear = () => {
    setTyped(ANY);
    setOpen(true);
    onSearch(ANY);
    customer.current?.focus();
  };
  const saidOf = ({ query, seller, state, from, to }: AttemptSearch) => {
    const dates = [from, to].filter((on) => on !== '').map((on) => shortDate(language, on, true));
    return [query.trim(), seller.trim(), state === null ? '' : t.states[state], [...new Set(dates)].join('–')].filter(
      Boolean,
    );
  };
  // On a phone the form makes room for what was found, and focus goes to what opens it again.
  const find = () => {
    flushSync(() => {
      onSearch(typed);
      setOpen(isAny(typed));
    });
    opener.current?.focus();
  };
  return (
    <search className={styles.search}>
      {!isAny(search) && (
        <div className={styles.opener}>
          <Button
            wide
            ref={opener}
            icon={<SearchIcon />}
            aria-expanded={open}
            aria-controls={formId}
            onClick={() => setOpen(!open)}
          >
            {t.filters(listed(language, saidOf(search)))}
          </Button>
        </div>
      )}
      <form
        id={formId}
        className={styles.form}
        data-open={open || isAny(search)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <div className={styles.fields}>
          <Field
            ref={customer}
            type="search"
            label={t.customer}
            hint={masked ? t.customerHintMasked : t.customerHint}
            icon={<SearchIcon />}
            autoComplete="off"
            maxLength={100}
            value={typed.query}
            onChange={({ target }) => set({ query: target.value })}
          />
          <Field
            type="search"
            label={t.seller}
            autoComplete="off"
            maxLength={100}
            value={typed.seller}
            onChange={({ target }) => set({ seller: target.value })}
          />
          <Field
            type="date"
            label={t.from}
            value={typed.from}
            max={typed.to || undefined}
            onChange={({ target }) => set({ from: target.value })}
          />
          <Field
            type="date"
            label={t.to}
            value={typed.to}
            min={typed.from || undefined}
            onChange={({ target }) => set({ to: target.value })}
          />
        </div>
        <Choices
          legend={t.state}
          value={typed.state ?? 'any'}
          onChange={(state) => choose(state === 'any' ? null : state)}
          choices={[
            { value: 'any' as const, label: t.anyState },
            ...STATES.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
        <div className={styles.actions}>
          {!isAny(typed) && (
            <Button tone="text" onClick={clear}>
              {t.clear}
            </Button>
          )}
          <Button type="submit" tone="main">
            {t.find}
          </Button>
        </div>
      </form>
    </search>
  );
}
