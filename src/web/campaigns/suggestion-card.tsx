/**
 * One suggestion in the day's list: the customer, the reason, the last contact, and a hold if there is one. The whole
 * card opens the suggestion.
 */
import type { Suggestion } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { pressSuggestion } from '#web/contact/suggestion-press.ts';
import { CustomerWarnings } from '#web/customers/customer-warnings.tsx';
import { LastContact } from '#web/customers/last-contact.tsx';
import { useHasDraft } from '#web/shell/drafts.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { ClockIcon } from '#web/ui/icons/icons.tsx';
import { ListItem } from '#web/ui/layout/list.tsx';
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
  const say = useTimeText();
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
        // In quiet hours the press starts the attempt, and the message's screen shows the answer as a sheet.
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
          <CustomerWarnings customer={customer} />
        </>
      }
      current={current}
    />
  );
}
