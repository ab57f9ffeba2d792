/** The form that searches attempts: by customer, seller, state and date. */
import { type RefObject, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Language } from '#contract/core/common.ts';
import { ATTEMPT_STATES } from '#rules/contact/attempt.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { joinList, shortDate } from '#words/core/format.ts';
import type { AttemptsWords } from '#words/record/attempts.pt-BR.ts';
import { ANY, type AttemptSearch, countFilters, type EventName, isAny } from './attempt-search.ts';
import styles from './attempts.module.css';
import { useAttemptsWords } from './attempts-words.ts';

/** The handset never leaves an outcome unknown (R5 comes with the Cloud API). */
const STATES = ATTEMPT_STATES.filter((state) => state !== 'unknown');
const EVENTS: readonly EventName[] = ['put_off', 'warned', 'sent_after_warning'];

export interface SearchFormProps {
  readonly search: AttemptSearch;
  /** The customers are masked: names match by whole words only. */
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
  const choose = (change: Choice) => {
    set(change);
    onSearch({ ...typed, ...change });
  };
  // The clear button disappears after a press: the focus goes to the first field, or on a phone to the button that opens the form.
  const clear = () => {
    setTyped(ANY);
    onSearch(ANY);
    if (open || opener.current?.offsetParent === null) customer.current?.focus();
    else opener.current?.focus();
  };
  // On a phone the form closes to show the results, and the focus goes to the button that opens it again.
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
          {t.filters(countFilters(search), joinList(language, describeSearch(t, language, search)))}
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
        <TextFields typed={typed} masked={masked} customer={customer} onChange={set} />
        <StateChoices typed={typed} onChoose={choose} />
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

/** Describes the search in words. */
function describeSearch(t: AttemptsWords, language: Language, search: AttemptSearch): readonly string[] {
  const { query, seller, state, event, from, to } = search;
  const dates = [from, to].filter((on) => on !== '').map((on) => shortDate(language, on, true));
  const chosen = [state === null ? '' : t.states[state], event === null ? '' : t.saidEvents[event]];
  return [query.trim(), seller.trim(), ...chosen, [...new Set(dates)].join('–')].filter(Boolean);
}

interface TextFieldsProps {
  readonly typed: AttemptSearch;
  readonly masked: boolean;
  readonly customer: RefObject<HTMLInputElement | null>;
  readonly onChange: (change: Partial<AttemptSearch>) => void;
}

/** The fields for customer, seller and dates: applied on *Buscar*. */
function TextFields({ typed, masked, customer, onChange }: TextFieldsProps) {
  const t = useAttemptsWords();
  return (
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
        onChange={({ target }) => onChange({ query: target.value })}
      />
      <Field
        type="search"
        label={t.seller}
        autoComplete="off"
        maxLength={100}
        value={typed.seller}
        onChange={({ target }) => onChange({ seller: target.value })}
      />
      <Field
        type="date"
        label={t.from}
        value={typed.from}
        max={typed.to || undefined}
        onChange={({ target }) => onChange({ from: target.value })}
      />
      <Field
        type="date"
        label={t.to}
        value={typed.to}
        min={typed.from || undefined}
        onChange={({ target }) => onChange({ to: target.value })}
      />
    </div>
  );
}

type Choice = Partial<Pick<AttemptSearch, 'state' | 'event'>>;

interface StateChoicesProps {
  readonly typed: AttemptSearch;
  readonly onChoose: (change: Choice) => void;
}

/** The choices for state and event: applied at once. */
function StateChoices({ typed, onChoose }: StateChoicesProps) {
  const t = useAttemptsWords();
  return (
    <>
      <Choices
        legend={t.state}
        value={typed.state ?? 'any'}
        onChange={(state) => onChoose({ state: state === 'any' ? null : state })}
        choices={[
          { value: 'any' as const, label: t.anyState },
          ...STATES.map((value) => ({ value, label: t.states[value] })),
        ]}
      />
      <Choices
        legend={t.event}
        value={typed.event ?? 'any'}
        onChange={(event) => onChoose({ event: event === 'any' ? null : event })}
        choices={[
          { value: 'any' as const, label: t.anyEvent },
          ...EVENTS.map((value) => ({ value, label: t.events[value] })),
        ]}
      />
    </>
  );
}
