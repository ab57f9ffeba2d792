/** Says what binds a customer's number: the brand's cool-down (D6), and the do-not-call list (D2c). */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';

export function NumberNotes({ profile }: { readonly profile: CustomerProfile }) {
  const c = useContactWords().profile;
  const say = useTimeText();
  const { name, coolDown, doNotCallOn } = profile;
  return (
    <>
      {doNotCallOn !== null && <p>{keepNumbers(c.doNotCall(say.day(doNotCallOn)))}</p>}
      {coolDown !== null && (
        <p>
          {keepNumbers(
            c.coolDown(firstName(name), say.ago(instantOf(coolDown.contactedAt)), say.when(instantOf(coolDown.endsAt))),
          )}
        </p>
      )}
    </>
  );
}
