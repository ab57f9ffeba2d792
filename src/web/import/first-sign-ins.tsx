/** Makes the accounts and PINs of new stores and people, and shows them once: to be written down, copied or printed. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './import.module.css';
import { makeSignIns, type SignIns } from './import-api.ts';
import { type ImportWords, useImportWords } from './import-words.ts';

export function FirstSignIns() {
  const t = useImportWords();
  const { made, left, busy, fault, make, forget } = useSignIns();
  const isEmpty = made !== null && made.stores.length + made.people.length === 0;
  if (made !== null && !isEmpty) return <MadeSignIns made={made} left={left} fault={fault} onClose={forget} />;
  return (
    <Card>
      <div className={styles.stack}>
        <p>{t.signInsLead}</p>
        <div className={styles.row}>
          <Button busy={busy} onClick={() => void make()}>
            {t.makeSignIns}
          </Button>
        </div>
        <p role="status">{isEmpty && !busy && t.noSignIns}</p>
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      </div>
    </Card>
  );
}

function MadeSignIns(props: {
  readonly made: SignIns;
  readonly left: number;
  readonly fault: string | null;
  readonly onClose: () => void;
}) {
  const t = useImportWords();
  const { stores, people } = props.made;
  const copy = async () => {
    const isCopied = await navigator.clipboard?.writeText(textOf(t, props.made)).then(
      () => true,
      () => false,
    );
    showToast({ text: isCopied ? t.copied : t.selectToCopy });
  };
  return (
    <Card>
      <div className={styles.printed}>
        <h2>{t.signInsTitle}</h2>
        <p>{t.signInsOnce}</p>
        {props.left > 0 && props.fault === null && <p role="status">{t.makingSignIns(props.left)}</p>}
        <p role="alert" className={styles.fault}>
          {props.fault}
        </p>
        {stores.length > 0 && (
          <SignInTable
            title={t.storeAccounts}
            head={[t.store, t.email, t.password]}
            rows={stores.map(({ store, email, password }) => [store || t.otherStore, email, password])}
          />
        )}
        {people.length > 0 && (
          <SignInTable
            title={t.pins}
            head={[t.store, t.person, t.pin]}
            rows={people.map(({ store, name, pin }) => [store, name, pin])}
          />
        )}
      </div>
      <div className={styles.row}>
        <Button onClick={() => window.print()}>{t.print}</Button>
        <Button onClick={() => void copy()}>{t.copy}</Button>
        <Button tone="text" onClick={props.onClose}>
          {t.close}
        </Button>
      </div>
    </Card>
  );
}

function SignInTable(props: {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1).
    <section className={styles.scroll} aria-label={props.title} tabIndex={0}>
      <table className={styles.table}>
        <caption>{props.title}</caption>
        <thead>
          <tr>
            {props.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((cells) => (
            <tr key={cells.join(' ')}>
              {cells.map((cell, index) => (
                <td key={props.head[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function textOf(t: ImportWords, { stores, people }: SignIns): string {
  return [
    ...stores.map(({ store, email, password }) => [store || t.otherStore, email, password].join('\t')),
    ...people.map(({ store, name, pin }) => [store, name, pin].join('\t')),
  ].join('\n');
}

/** Asks the server again and again until nobody waits for a sign-in. Whatever was made stays shown after a refusal. */
function useSignIns() {
  const t = useImportWords();
  const [made, setMade] = useState<SignIns | null>(null);
  const [left, setLeft] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const make = async () => {
    setBusy(true);
    setFault(null);
    let all: SignIns = { stores: [], people: [], left: 1 };
    while (all.left > 0) {
      const answer = await makeSignIns();
      if (answer.kind !== 'done') {
        setFault(answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal));
        break;
      }
      const { stores, people, left: missing } = answer.body;
      all = { stores: [...all.stores, ...stores], people: [...all.people, ...people], left: missing };
      setMade(all);
      setLeft(missing);
    }
    setBusy(false);
  };
  return { made, left, busy, fault, make, forget: () => setMade(null) };
}
