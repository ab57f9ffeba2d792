/** What an attempt is found by: whom it was to, who made it, where it stands, and when. */
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ATTEMPT_STATES } from '#rules/contact/attempt.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { listed, shortDate } from '#words/core/format.ts';
import { ANY, type AttemptSearch, countFilters, type EventName, isAny } from './attempt-search.ts';
import styles from './attempts.module.css';
import { useAttemptsWords } from './attempts-words.ts';

const EVENTS: readonly EventName[] = ['put_off', 'warned', 'sent_after_warning'];

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
  const [open, setOpen] = useState(false);
  const formId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const customer = useRef<HTMLInputElement>(null);
  const set = (change: Partial<AttemptSearch>) => setTyped({ ...typed, ...change });
  const choose = (change: Partial<Pick<AttemptSearch, 'state' | 'event'>>) => {
    set(change);
    onSearch({ ...typed, ...change });
  };
  // The button that clears disappears: focus goes to the first field, or on a phone to the button that opens the form.
  const clear = () => {
    setTyped(ANY);
    onSearch(ANY);
    if (open || opener.current?.offsetParent === null) customer.current?.focus();
    else opener.current?.focus();
  };
  const saidOf = ({ query, seller, state, event, from, to }: AttemptSearch) => {
    const dates = [from, to].filter((on) => on !== '').map((on) => shortDate(language, on, true));
    const chosen = [state === null ? '' : t.states[state], event === null ? '' : t.saidEvents[event]];
    return [query.trim(), seller.trim(), ...chosen, [...new Set(dates)].join('–')].filter(Boolean);
  };
  // On a phone the form makes room for what was found, and focus goes to what opens it again.
  const find = () => {
    flushSync(() => {
      onSearch(typed);
      setOpen(false);
    });
    opener.current?.focus();
  };
  return (
    <search className={styles.search}>
      <div className={styles.opener}>
        <Button
          wide
          ref={opener}
          icon={<SearchIcon />}
          aria-expanded={open}
          aria-controls={formId}
          onClick={() => setOpen(!open)}
        >
          {t.filters(countFilters(search), listed(language, saidOf(search)))}
        </Button>
        {!isAny(search) && !open && (
          <Button tone="text" onClick={clear}>
            {t.clear}
          </Button>
        )}
      </div>
      <form
        id={formId}
        className={styles.form}
        data-open={open}
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
          onChange={(state) => choose({ state: state === 'any' ? null : state })}
          choices={[
            { value: 'any' as const, label: t.anyState },
            ...ATTEMPT_STATES.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
        <Choices
          legend={t.event}
          value={typed.event ?? 'any'}
          onChange={(event) => choose({ event: event === 'any' ? null : event })}
          choices={[
            { value: 'any' as const, label: t.anyEvent },
            ...EVENTS.map((value) => ({ value, label: t.events[value] })),
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
