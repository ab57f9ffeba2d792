/** One held or ended message as a line of a list: the customer, the time and the reason for it. */

import { firstName } from '#rules/contact/message-text.ts';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { ListItem } from '#web/ui/layout/list.tsx';
import { useHoldText } from './hold-text.ts';

export interface HoldItemProps {
  readonly hold: HoldBody;
  readonly current: boolean;
  /** Shows the seller's name, where the list contains several people's messages. */
  readonly named?: boolean;
  /** A sentence that the list shows once above its lines; a line with the same sentence omits it. */
  readonly shared?: string | null;
  /** The list's heading already says the state. */
  readonly plain?: boolean;
}

export function HoldItem({ hold, current, named = false, shared = null, plain = false }: HoldItemProps) {
  const h = useHoldWords();
  const text = useHoldText();
  const say = useTimeText();
  const { attempt, customer, seller, sentence, passedBy, parked, ended } = hold;
  const beside = [
    ended !== null && say.when(instantOf(ended.at)),
    named && h.list.of(firstName(seller.name)),
    passedBy !== null && h.list.passedBy(firstName(passedBy)),
  ].filter(Boolean);
  return (
    <ListItem
      name={customer.name}
      title={customer.name}
      why={ended === null && !plain && keepNumbers(text.state(hold))}
      meta={
        <>
          {keepNumbers([...beside, sentence !== shared && sentence].filter(Boolean).join(' · '))}
          {plain && <span className={styles.preview}>{hold.text ?? ''}</span>}
          {parked && (
            <span className={styles.mark}>
              <Tag tone="warn" icon={<AttentionIcon size={14} />}>
                {h.list.parked}
              </Tag>
            </span>
          )}
        </>
      }
      current={current}
      link={{ href: holdPath(attempt.id), label: `${h.list.open}${h.list.openFor(customer.name)}` }}
    />
  );
}
