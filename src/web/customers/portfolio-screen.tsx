/** The screen *Carteira*: finds a customer by name or phone, or lists those without a contact for a while. */

import type { Customer } from '#web/shell/api/api-types.ts';
import type { CustomerFilter } from '#web/shell/api/customers.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Chip, Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { PeopleIcon, SearchIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { DAYS_OFFERED, useCustomers } from './customer-filter.ts';
import { CustomerWarnings } from './customer-warnings.tsx';
import { LastContact } from './last-contact.tsx';
import styles from './portfolio.module.css';

export interface PortfolioScreenProps {
  readonly filter: CustomerFilter;
  readonly onFilter: (filter: CustomerFilter) => void;
  readonly currentId: string | null;
}

export function PortfolioScreen({ filter, onFilter, currentId }: PortfolioScreenProps) {
  const t = useWords();
  const c = useContactWords();
  const { session } = useShop();
  const query = useCustomers(filter);
  const found = query.data?.items;
  const set = (part: Partial<CustomerFilter>) => onFilter({ ...filter, ...part });

  return (
    <>
      <ScreenHead
        over={session.store?.name}
        title={c.portfolio.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      <AddLink />
      <search className={styles.search}>
        <Field
          label={c.portfolio.search}
          hideLabel
          icon={<SearchIcon />}
          type="search"
          placeholder={c.portfolio.search}
          autoComplete="off"
          maxLength={80}
          value={filter.query}
          onChange={(event) => set({ query: event.target.value })}
        />
        {session.store && (
          <Choices
            legend={c.portfolio.whose}
            hideLegend
            choices={[
              { value: 'mine', label: c.portfolio.mine },
              { value: 'store', label: c.portfolio.store },
            ]}
            value={filter.portfolio}
            onChange={(portfolio) => set({ portfolio })}
          />
        )}
        <fieldset className={styles.since}>
          <legend>{c.portfolio.since}</legend>
          {DAYS_OFFERED.map((days) => (
            <Chip
              key={days}
              on={filter.quietForDays === days}
              onToggle={() => set({ quietForDays: filter.quietForDays === days ? 0 : days })}
            >
              {c.portfolio.days(days)}
            </Chip>
          ))}
        </fieldset>
      </search>
      <p className={styles.count} role="status">
        {found && found.length > 0 && c.portfolio.found(found.length, query.more !== null)}
      </p>
      {found === undefined ? (
        query.error ? (
          <Unread error={query.error} onRetry={query.again} />
        ) : (
          <Skeleton label={t.app.loading} rows={5} />
        )
      ) : found.length === 0 ? (
        <EmptyState
          icon={<SearchIcon size={26} />}
          title={filter.query.trim() === '' ? c.portfolio.none : c.portfolio.noneFor(filter.query.trim())}
          action={
            filter.portfolio === 'mine' && (
              <Button onClick={() => set({ portfolio: 'store' })}>{c.portfolio.wholeStore}</Button>
            )
          }
        >
          {filter.query.trim() !== '' && c.portfolio.noneMore}
        </EmptyState>
      ) : (
        <List label={c.portfolio.title}>
          {found.map((customer) => (
            <CustomerItem key={customer.id} customer={customer} current={customer.id === currentId} />
          ))}
        </List>
      )}
      {query.more && (
        <Button busy={query.readingMore} onClick={query.more}>
          {t.app.more}
        </Button>
      )}
    </>
  );
}

function AddLink() {
  const c = useContactWords();
  return (
    <div>
      <ButtonLink href="/cliente/novo" icon={<PeopleIcon />}>
        {c.portfolio.add}
      </ButtonLink>
    </div>
  );
}

function CustomerItem({ customer, current }: { readonly customer: Customer; readonly current: boolean }) {
  const t = useWords();
  const c = useContactWords();
  const { person } = useShop();
  const whose = customer.sellerId === person.id ? null : customer.sellerName;
  return (
    <ListItem
      name={customer.name}
      title={customer.name}
      level={2}
      meta={
        <>
          <LastContact at={customer.lastContactAt} />
          {whose && ` · ${c.portfolio.of(whose)}`}
          <CustomerWarnings customer={customer} />
        </>
      }
      current={current}
      link={{ href: `/cliente/${customer.id}`, label: `${t.today.open}${c.portfolio.openFor(customer.name)}` }}
    />
  );
}
