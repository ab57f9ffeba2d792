/** The first step of a merge: likely duplicates, and a search for any other customer in reach. */
import { type ReactNode, useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { readCustomers } from '#web/shell/api/customers.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { phone } from '#words/core/format.ts';
import styles from './merge.module.css';
import { readDuplicates } from './merge-api.ts';
import { useMergeWords } from './merge-words.ts';

export interface PickSheetProps {
  readonly profile: CustomerProfile;
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onPick: (customerId: string) => void;
  readonly onBack: () => void;
}

export function PickSheet({ profile, busy, fault, onPick, onBack }: PickSheetProps) {
  const t = useMergeWords();
  const [query, setQuery] = useState('');
  const { id, name } = profile;
  return (
    <Sheet
      title={t.pickTitle(firstName(name))}
      onBack={onBack}
      stay
      actions={
        <Button wide onClick={onBack}>
          {t.back}
        </Button>
      }
    >
      <p>{t.pickLead}</p>
      <Likely id={id} busy={busy} onPick={onPick} />
      <Field
        label={t.search}
        value={query}
        maxLength={80}
        autoComplete="off"
        onChange={({ target }) => setQuery(target.value)}
      />
      {query.trim().length > 1 && <Found exceptId={id} query={query.trim()} busy={busy} onPick={onPick} />}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}

interface PickListProps {
  readonly busy: boolean;
  readonly onPick: (customerId: string) => void;
}

function Likely({ id, ...pick }: PickListProps & { readonly id: string }) {
  const t = useMergeWords();
  const { data, error, again } = useRead(`customers/duplicates/${id}`, (signal) => readDuplicates(id, signal));
  if (data === undefined) return error ? <Failed onAgain={again} /> : <p aria-live="polite">{t.loading}</p>;
  if (data.items.length === 0) return <p className={styles.soft}>{t.noLikely}</p>;
  return (
    <section aria-label={t.likely}>
      <h3 className={styles.head}>{t.likely}</h3>
      <ul className={styles.picks}>
        {data.items.map(({ id: otherId, name, phone: number, storeName, signs }) => (
          <PickRow key={otherId} id={otherId} name={name} {...pick}>
            {[number && phone(number), storeName, signs.map((sign) => t.signs[sign]).join(', ')]
              .filter(Boolean)
              .join(' · ')}
          </PickRow>
        ))}
      </ul>
    </section>
  );
}

function Found({ exceptId, query, ...pick }: PickListProps & { readonly exceptId: string; readonly query: string }) {
  const t = useMergeWords();
  const filter = { query, portfolio: 'store', quietForDays: 0 } as const;
  const { data, error, again } = useRead(`customers/merge-search/${query}`, (signal) =>
    readCustomers(filter, null, signal),
  );
  if (data === undefined) return error ? <Failed onAgain={again} /> : <p aria-live="polite">{t.loading}</p>;
  const others = data.items.filter(({ id }) => id !== exceptId).slice(0, 8);
  if (others.length === 0) return <p aria-live="polite">{t.noneFound}</p>;
  return (
    <section aria-label={t.found}>
      <h3 className={styles.head}>{t.found}</h3>
      <ul className={styles.picks}>
        {others.map(({ id, name, sellerName }) => (
          <PickRow key={id} id={id} name={name} {...pick}>
            {sellerName}
          </PickRow>
        ))}
      </ul>
    </section>
  );
}

function PickRow({
  id,
  name,
  busy,
  onPick,
  children,
}: PickListProps & { readonly id: string; readonly name: string; readonly children: ReactNode }) {
  const t = useMergeWords();
  return (
    <li>
      <button
        type="button"
        className={styles.pick}
        aria-disabled={busy}
        aria-label={t.compare(name)}
        onClick={() => !busy && onPick(id)}
      >
        <strong>{name}</strong>
        <small>{children}</small>
      </button>
    </li>
  );
}

function Failed({ onAgain }: { readonly onAgain: () => Promise<void> }) {
  const t = useMergeWords();
  return (
    <p role="alert">
      {t.unread} <Button onClick={() => void onAgain()}>{t.again}</Button>
    </p>
  );
}
