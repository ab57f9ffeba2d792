/** Shows what a seller must see before writing, as words with icons: a stop, a missing permission, a missing number. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { Customer } from '#web/shell/api/api-types.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Tag } from '#web/ui/forms/chip.tsx';
import { AttentionIcon, PauseIcon, PhoneIcon } from '#web/ui/icons/icons.tsx';
import styles from './portfolio.module.css';

export function CustomerWarnings({
  customer,
}: {
  readonly customer: Pick<Customer, 'optedOut' | 'reachable'> & {
    readonly permission: Customer['permission'] | CustomerProfile['permission'];
  };
}) {
  const t = useWords();
  const { optedOut, reachable } = customer;
  const permission = typeof customer.permission === 'string' ? customer.permission : customer.permission.state;
  const permissionMark = optedOut
    ? t.marks.optedOut
    : permission === 'refused'
      ? t.marks.refused
      : permission === 'unknown'
        ? t.marks.unknown
        : null;
  if (permissionMark === null && reachable) return null;
  return (
    <span className={styles.marks}>
      {permissionMark !== null && (
        <Tag tone="warn" icon={optedOut ? <PauseIcon size={14} /> : <AttentionIcon size={14} />}>
          {permissionMark}
        </Tag>
      )}
      {!reachable && (
        <Tag tone="warn" icon={<PhoneIcon size={14} />}>
          {t.marks.unreachable}
        </Tag>
      )}
    </span>
  );
}
