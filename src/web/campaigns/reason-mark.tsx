/** Shows why a customer is suggested, as an icon and a colour beside the sentence. */
import type { Suggestion } from '#contract/customers/customers.ts';
import { BagIcon, CakeIcon, ChatIcon, ClockIcon, type IconProps, StarIcon, TagIcon } from '#web/ui/icons/icons.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import styles from './reason-mark.module.css';

export type ReasonCode = Suggestion['reasonCode'];

/** The icons of reasons; the others have the star. */
const ICONS: Readonly<Partial<Record<ReasonCode, (props: IconProps) => React.JSX.Element>>> = {
  birthday: CakeIcon,
  inactive_days: ClockIcon,
  after_purchase: BagIcon,
  cashback: TagIcon,
  welcome: ChatIcon,
};

export function ReasonMark({ code, children }: { readonly code: ReasonCode; readonly children: string }) {
  const Icon = ICONS[code] ?? StarIcon;
  return (
    <span className={styles.mark} data-reason={code}>
      <Icon size={16} />
      {keepNumbers(children)}
    </span>
  );
}
