/** The second step of a merge: both records side by side, what stays of which, and what happens to the rest. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { CustomerMerged } from '#contract/customers/merge.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { phone, shortDate } from '#words/core/format.ts';
import type { MergeWords } from '#words/customers/merge/merge.pt-BR.ts';
import styles from './merge.module.css';
import type { Pair } from './merge-api.ts';
import { useMergeWords } from './merge-words.ts';

export interface CompareSheetProps {
  readonly pair: Pair;
  readonly plan: CustomerMerged;
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onSwap: () => void;
  readonly onMerge: () => void;
  readonly onBack: () => void;
}

export function CompareSheet({ pair, plan, busy, fault, onSwap, onMerge, onBack }: CompareSheetProps) {
  const t = useMergeWords();
  const rows = useRows(pair, plan);
  return (
    <Sheet
      title={t.compareTitle}
      onBack={onBack}
      stay
      actions={
        <ActionRow>
          <Button tone="main" busy={busy} onClick={onMerge}>
            {t.merge}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
        </ActionRow>
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Tag tone="good">{t.stays}</Tag>
            </th>
            <th scope="col">
              <Tag>{t.goes}</Tag>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, into, from, isFrom, isBoth }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <Value text={into} isKept={!isFrom || isBoth} />
              <Value text={from} isKept={isFrom || isBoth} />
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button tone="text" busy={busy} onClick={onSwap}>
          {t.swap}
        </Button>
      </div>
      <h3 className={styles.head}>{t.happens}</h3>
      <ul className={styles.points}>
        {pointsOf(t, plan).map((point) => (
          <li key={point}>{keepNumbers(point)}</li>
        ))}
      </ul>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}

function Value({ text, isKept }: { readonly text: string | null; readonly isKept: boolean }) {
  const t = useMergeWords();
  if (!text) return <td className={styles.gone}>{t.empty}</td>;
  return (
    <td className={isKept ? styles.kept : styles.gone}>
      {text}
      {isKept && <VisuallyHidden>, {t.kept}</VisuallyHidden>}
    </td>
  );
}

interface Row {
  readonly label: string;
  readonly into: string | null;
  readonly from: string | null;
  /** The value of the record that goes stays. */
  readonly isFrom: boolean;
  readonly isBoth: boolean;
}

/** Returns the fields that at least one record has. */
function useRows({ into, from }: Pair, { filled, permission }: CustomerMerged): readonly Row[] {
  const t = useMergeWords();
  const language = useLanguage();
  const row = (
    field: keyof MergeWords['fields'],
    show: (profile: CustomerProfile) => string | null | undefined,
    takes: 'into' | 'from' | 'both',
  ): Row => ({
    ...{ label: t.fields[field], into: show(into) ?? null, from: show(from) ?? null },
    ...{ isFrom: takes === 'from', isBoth: takes === 'both' },
  });
  const ifFilled = (field: CustomerMerged['filled'][number]) => (filled.includes(field) ? 'from' : 'into');
  const isPermissionOf = ({ permission: { state, on } }: CustomerProfile) =>
    state === permission.state && (on === permission.on || permission.on === null);
  return [
    row('name', ({ name }) => name, 'into'),
    row(
      'phone',
      (profile) => profile.phone && keepNumbers(phone(profile.phone)),
      into.phone && from.phone ? 'both' : ifFilled('phone'),
    ),
    row('email', ({ email }) => email, ifFilled('email')),
    row('lives', ({ city, state }) => [city, state].filter(Boolean).join(', '), ifFilled('city')),
    row('bornOn', ({ bornOn }) => bornOn && shortDate(language, bornOn), ifFilled('bornOn')),
    row('seller', ({ sellerName }) => sellerName, ifFilled('sellerId')),
    row('store', ({ storeName }) => storeName, 'into'),
    row('permission', (profile) => t.states[profile.permission.state], isPermissionOf(into) ? 'into' : 'from'),
    row('tags', ({ tags }) => tags.join(', '), 'both'),
    row('note', ({ note }) => note, 'both'),
  ].filter(({ into: own, from: other }) => own || other);
}

function pointsOf(t: MergeWords, { stopped, doNotCallOn, held, suggestions }: CustomerMerged): readonly string[] {
  return [
    stopped && t.refused,
    doNotCallOn !== null && t.listed,
    t.fills,
    t.bothNumbers,
    t.history,
    !stopped && held.moved > 0 && t.heldMoved(held.moved),
    !stopped && held.ended > 0 && t.heldEnded(held.ended),
    suggestions > 0 && t.suggestions(suggestions),
  ].filter((point) => point !== false);
}
