/** Says, where a saved campaign is looked at again, what has changed since this device showed its figures last. */
import { useEffect, useState } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { when } from '#words/core/format.ts';
import { type Cause, changesSince, figuresOf, type KeptFigures } from './changes-since.ts';
import styles from './rehearsal.module.css';
import { type RehearsalWords, useRehearsalWords } from './rehearsal-words.ts';
import type { Rehearsal } from './use-rehearsal.ts';

export interface ChangesListProps {
  readonly id: string;
  readonly fields: object;
  readonly rehearsal: Rehearsal;
}

export function ChangesList({ id, fields, rehearsal }: ChangesListProps) {
  const t = useRehearsalWords();
  const language = useLanguage();
  const { zone } = useShop();
  const [before] = useState(() => readFigures(id));
  const figures = figuresOf(rehearsal, fields);
  const kept = JSON.stringify(figures);
  useEffect(() => writeStored(keyOf(id), kept), [id, kept]);
  const causes = before === null ? [] : changesSince(before, figures);
  if (before === null || causes.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{t.since(when(language, Date.parse(before.at), serverNow(), zone))}</h3>
      <ul className={styles.lines}>
        {causes.map((cause) => (
          <li key={cause.kind}>{sentenceOf(t, cause)}</li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(t: RehearsalWords, cause: Cause): string {
  return 'count' in cause ? t.changes[cause.kind](cause.count) : t.changes[cause.kind];
}

/** Signing out removes every key with this beginning. */
const keyOf = (id: string) => `oto.draft.rehearsal.${id}`;

/** The device keeps counts alone. A device that keeps nothing shows no difference. */
function readFigures(id: string): KeptFigures | null {
  const kept = readStored(keyOf(id));
  if (kept === null || kept === '') return null;
  try {
    return JSON.parse(kept) as KeptFigures;
  } catch {
    return null;
  }
}
