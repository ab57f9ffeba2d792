/** What an attempt is found by: whom it was to, who made it, where it stands, and when. */
import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Choices } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { SearchIcon } from '#web/ui/icons.tsx';
import styles from './attempts.module.css';
import { ANY, type AttemptSearch, type AttemptState } from './attempts-api.ts';
import { useAttemptsWords } from './attempts-words.ts';

const STATES: readonly AttemptState[] = ['refused', 'warned', 'handed_over', 'sent', 'abandoned'];

export interface SearchFormProps {
  readonly search: AttemptSearch;
  /** Names are found by whole words only. */
  readonly masked: boolean;
  readonly onSearch: (search: AttemptSearch) => void;
}

export function SearchForm({ search, masked, onSearch }: SearchFormProps) {
  const t = useAttemptsWords();
  const [typed, setTyped] = useState(search);
  const set = (change: Partial<AttemptSearch>) => setTyped({ ...typed, ...change });
  const choose = (state: AttemptState | null) => {
    set({ state });
    onSearch({ ...typed, state });
  };
  const clear = () => {
    setTyped(ANY);
    onSearch(ANY);
  };
  return (
    <search>
      <form
        className={styles.search}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed);
        }}
      >
        <div className={styles.fields}>
          <Field
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
          {JSON.stringify(typed) !== JSON.stringify(ANY) && (
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
