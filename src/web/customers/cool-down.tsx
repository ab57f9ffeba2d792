/** Says that the brand's cool-down runs for a customer: when the last contact was, and from when a new one is good (D6). */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';

export function CoolDown({ profile: { name, coolDown } }: { readonly profile: CustomerProfile }) {
  const c = useContactWords();
  const say = useTimeText();
  if (coolDown === null) return null;
  const ago = say.ago(instantOf(coolDown.contactedAt));
  return <p>{keepNumbers(c.profile.coolDown(firstName(name), ago, say.when(instantOf(coolDown.endsAt))))}</p>;
}
