/** The coming day minute by minute: each held contact with its time, and why it differs from its plan. */
import type { Rehearsal } from '#contract/holds/rehearsal.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import styles from './day-ahead.module.css';
import { useDayAheadWords } from './day-ahead-words.ts';

/** `named`: shows each contact's seller. */
export function MinuteTable({ day, named }: { readonly day: Rehearsal; readonly named: boolean }) {
  const t = useDayAheadWords();
  const say = useTimeText();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t.title(say.day(day.date))}</caption>
      <thead>
        <tr>
          <th scope="col">{t.head.time}</th>
          <th scope="col">{t.head.customer}</th>
          {named && <th scope="col">{t.head.seller}</th>}
        </tr>
      </thead>
      <tbody>
        {day.contacts.map(({ attemptId, at, customer, seller, kind, sentence }) => (
          <tr key={attemptId} data-kind={kind}>
            <th scope="row">{kind === 'ready' ? say.time(instantOf(at), day.store.zone) : '–'}</th>
            <td>
              <Link href={holdPath(attemptId)}>{customer.name}</Link>
              {sentence !== null && <span className={styles.note}>{sentence}</span>}
            </td>
            {named && <td>{seller.name}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
