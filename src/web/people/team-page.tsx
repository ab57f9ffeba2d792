/** The list of people: found by typing, filtered by store and access, sorted, page by page. */
import { useState } from 'react';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { LockedPinsCard } from '#web/sign-in/locked-pins-card.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices, Tag } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { PeopleIcon, SearchIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { AddPerson } from './add-person.tsx';
import { AwayTag } from './away-tag.tsx';
import styles from './people.module.css';
import { type PeopleFilter, type PersonEntry, usePeople, useStoreChoices } from './people-api.ts';
import { personPath, SHEET_PATH } from './people-paths.ts';
import { usePeopleWords } from './people-words.ts';

const EVERYBODY: PeopleFilter = { query: '', storeId: '', state: 'active', sort: 'name' };

/** The filter of the last visit, so that the way back from a person leads to the same list. */
let lastFilter = EVERYBODY;

export function TeamPage() {
  const t = usePeopleWords();
  const { session, person } = useShop();
  const isBrand = person.role === 'brand_manager';
  const [filter, setFilter] = useState(lastFilter);
  const [adding, setAdding] = useState(false);
  const set = (part: Partial<PeopleFilter>) => {
    lastFilter = { ...filter, ...part };
    setFilter(lastFilter);
  };
  return (
    <>
      <ScreenHead
        over={session.store?.name ?? session.brand?.name}
        title={t.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      <LockedPinsCard storeNames={isBrand} />
      <div className={styles.buttons}>
        <Button onClick={() => setAdding(true)}>{t.add}</Button>
        <ButtonLink href={SHEET_PATH}>{t.sheet}</ButtonLink>
      </div>
      <Filters filter={filter} onChange={set} isBrand={isBrand} />
      <People filter={filter} isBrand={isBrand} />
      {adding && <AddPerson storeId={filter.storeId} onClose={() => setAdding(false)} />}
    </>
  );
}

interface FiltersProps {
  readonly filter: PeopleFilter;
  readonly onChange: (part: Partial<PeopleFilter>) => void;
  readonly isBrand: boolean;
}

function Filters({ filter, onChange, isBrand }: FiltersProps) {
  const t = usePeopleWords();
  const { data: stores = [] } = useStoreChoices(isBrand);
  return (
    <search className={styles.filters}>
      <Field
        label={t.search}
        hideLabel
        icon={<SearchIcon />}
        type="search"
        placeholder={t.search}
        autoComplete="off"
        maxLength={80}
        value={filter.query}
        onChange={(event) => onChange({ query: event.target.value })}
      />
      {isBrand && (
        <SelectField
          label={t.store}
          value={filter.storeId}
          groups={[
            {
              label: t.stores,
              options: [
                { value: '', label: t.allStores },
                ...stores.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
          ]}
          onChange={(storeId) => onChange({ storeId })}
        />
      )}
      <Choices
        legend={t.show}
        hideLegend
        value={filter.state}
        choices={(['active', 'away', 'inactive', 'all'] as const).map((value) => ({ value, label: t.states[value] }))}
        onChange={(state) => onChange({ state })}
      />
      {isBrand && (
        <Choices
          legend={t.order}
          hideLegend
          value={filter.sort}
          choices={(['name', 'store'] as const).map((value) => ({ value, label: t.orders[value] }))}
          onChange={(sort) => onChange({ sort })}
        />
      )}
    </search>
  );
}

function People({ filter, isBrand }: { readonly filter: PeopleFilter; readonly isBrand: boolean }) {
  const t = usePeopleWords();
  const typed = useDebounced(filter.query.trim(), 250);
  const { data, error, again, more, readingMore } = usePeople({ ...filter, query: typed });
  if (data === undefined)
    return error ? <Unread error={error} onRetry={again} /> : <Skeleton label={t.loading} rows={5} />;
  if (data.items.length === 0)
    return (
      <EmptyState icon={<PeopleIcon size={26} />} title={typed === '' ? t.none : t.noneFor(typed)}>
        {typed === '' ? t.noneMore : t.noneForMore}
      </EmptyState>
    );
  return (
    <>
      <p className={styles.soft} role="status">
        {t.found(data.items.length, more !== null)}
      </p>
      <List label={t.title}>
        {data.items.map((person) => (
          <PersonItem key={person.id} person={person} withStore={isBrand} />
        ))}
      </List>
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}

function PersonItem({ person, withStore }: { readonly person: PersonEntry; readonly withStore: boolean }) {
  const t = usePeopleWords();
  const { id, name, role, store, active, locked, pin, away } = person;
  return (
    <ListItem
      name={name}
      title={name}
      level={2}
      link={{ href: personPath(id), label: t.open(name) }}
      meta={
        <>
          {[withStore ? store : null, t.roles[role]].filter(Boolean).join(' · ')}
          {active && store !== null && pin !== 'own' && ` · ${t.pins[pin]}`} {!active && <Tag>{t.noAccess}</Tag>}
          {active && locked && <Tag tone="warn">{t.locked}</Tag>} {active && <AwayTag away={away} />}
        </>
      }
    />
  );
}
