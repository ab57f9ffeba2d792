/** One suggestion in the day's list: who, why, when last, and what is kept already. The whole card opens it. */
import type { Suggestion } from '#contract/customers.ts';
import { pressSuggestion } from '#web/seller/compose/list-press.ts';
import { useHasDraft } from '#web/seller/drafts.ts';
import { holdPath } from '#web/seller/holds/hold-path.ts';
import { LastContact } from '#web/seller/last-contact.tsx';
import { firstName } from '#web/seller/names.ts';
import { Marks } from '#web/seller/portfolio/marks.tsx';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay, useShop } from '#web/seller/shop.tsx';
import { useWords } from '#web/seller/words.ts';
import { Tag } from '#web/ui/chip.tsx';
import { ClockIcon } from '#web/ui/icons.tsx';
import { ListItem } from '#web/ui/list.tsx';
import { ReasonMark } from './reason-mark.tsx';
import styles from './today.module.css';

export function SuggestionCard({
  suggestion,
  current,
}: {
  readonly suggestion: Suggestion;
  readonly current: boolean;
}) {
  const t = useWords();
  const say = useSay();
  const { person, silence } = useShop();
  const { id, customer, reason, reasonCode, held } = suggestion;
  const draft = useHasDraft({ personId: person.id, customerId: customer.id, suggestionId: id });
  const own = held?.sellerId === person.id;
  return (
    <ListItem
      name={customer.name}
      title={customer.name}
      link={{
        href: own ? holdPath(held.attemptId) : `/sugestao/${id}`,
        label: `${t.today.open}${t.today.openFor(customer.name)}`,
        // In quiet time the press is the attempt, and the answer is the sheet.
        onPress: () => silence.quiet && !own && pressSuggestion(id),
      }}
      why={<ReasonMark code={reasonCode}>{reason}</ReasonMark>}
      meta={
        <>
          <LastContact at={customer.lastContactAt} />
          {draft && ` · ${t.today.draft}`}
          {held && (
            <span className={styles.held}>
              <Tag tone="quiet" icon={<ClockIcon size={14} />}>
                {held.state === 'ready' ? t.today.heldReady : t.today.heldFor(say.when(instantOf(held.heldUntil)))}
                {held.sellerId !== person.id && ` · ${firstName(held.sellerName)}`}
              </Tag>
            </span>
          )}
          <Marks customer={customer} />
        </>
      }
      current={current}
    />
  );
}
