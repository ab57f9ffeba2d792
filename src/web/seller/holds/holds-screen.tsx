/** Agendados: what waits, when it comes back and why then; for a manager the whole store's, by seller. */
import { type ReactNode, useState } from 'react';
import type { HoldBody } from '#web/api/wire.ts';
import { firstName } from '#web/seller/names.ts';
import { useShop } from '#web/seller/shop.tsx';
import { Unread } from '#web/seller/unread.tsx';
import { useWords } from '#web/seller/words.ts';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { Button } from '#web/ui/button.tsx';
import { Choices } from '#web/ui/chip.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { ClockIcon } from '#web/ui/icons.tsx';
import { List } from '#web/ui/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/states.tsx';
import { HoldItem } from './hold-item.tsx';
import { HoldNews } from './hold-news.tsx';
import { useHoldWords } from './hold-words.ts';
import styles from './holds.module.css';
import { ReadyNow } from './ready-now.tsx';
import { useTeam } from './team.ts';
import { useHoldNews, useHolds, type Whose } from './use-holds.ts';

const EVERYONE = '';

export function HoldsScreen({ currentId }: { readonly currentId: string }) {
  const h = useHoldWords();
  const { session, person } = useShop();
  const manager = person.role === 'store_manager';
  const [whose, setWhose] = useState<Whose>(manager ? 'store' : 'mine');
  return (
    <>
      <ScreenHead
        over={session.store?.name}
        title={h.list.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      {manager && (
        <Choices
          legend={h.list.whose}
          hideLegend
          choices={[
            { value: 'store', label: h.list.store },
            { value: 'mine', label: h.list.mine },
          ]}
          value={whose}
          onChange={setWhose}
        />
      )}
      {whose === 'mine' ? <Mine currentId={currentId} /> : <Store currentId={currentId} />}
    </>
  );
}

function Mine({ currentId }: { readonly currentId: string }) {
  const h = useHoldWords();
  const news = useHoldNews();
  const shown = useAll('mine');
  const { ready, waiting, ended } = shown;
  return (
    <>
      {news.length > 0 && <HoldNews news={news} />}
      {ready.length > 0 && <ReadyNow holds={ready} currentId={currentId} />}
      <Unfinished shown={shown} none={h.list.none} more={h.list.noneMore}>
        {waiting.length > 0 && <Part title={h.list.waiting} holds={waiting} currentId={currentId} />}
      </Unfinished>
      <More shown={shown} />
      {ended.length > 0 && <Part title={h.list.ended} holds={ended} currentId={currentId} />}
    </>
  );
}

function Store({ currentId }: { readonly currentId: string }) {
  const h = useHoldWords();
  const shown = useAll('store');
  const [sellerId, setSellerId] = useState(EVERYONE);
  const live = [...shown.ready, ...shown.waiting];
  const sellers = useTeam();
  const chosen = sellers.find(({ id }) => id === sellerId);
  const of = (holds: readonly HoldBody[]) =>
    chosen === undefined ? holds : holds.filter(({ seller }) => seller.id === chosen.id);
  const ended = of(shown.ended);
  return (
    <>
      {sellers.length > 1 && (
        <Choices
          legend={h.list.seller}
          choices={[
            { value: EVERYONE, label: h.list.everyone },
            ...sellers.map(({ id, name }) => ({ value: id, label: firstName(name) })),
          ]}
          value={chosen?.id ?? EVERYONE}
          onChange={setSellerId}
        />
      )}
      <p className={styles.count} role="status">
        {of(live).length > 0 && h.list.count(of(live).length)}
      </p>
      <Unfinished
        shown={{ ...shown, ready: of(shown.ready), waiting: of(shown.waiting) }}
        none={chosen === undefined ? h.list.noneStore : h.list.noneOf(firstName(chosen.name))}
        more={h.list.noneMore}
      >
        {sellersOf(of(live)).map(({ id, name }) => (
          <Part key={id} title={name} holds={live.filter(({ seller }) => seller.id === id)} currentId={currentId} />
        ))}
      </Unfinished>
      <More shown={shown} />
      {ended.length > 0 && <Part title={h.list.ended} holds={ended} currentId={currentId} named />}
    </>
  );
}

interface Shown {
  readonly ready: readonly HoldBody[];
  readonly waiting: readonly HoldBody[];
  readonly ended: readonly HoldBody[];
  readonly read: boolean;
  readonly error: Error | null;
  readonly again: () => void;
  readonly more: (() => void) | null;
  readonly readingMore: boolean;
}

function useAll(whose: Whose): Shown {
  const ready = useHolds('ready', whose);
  const waiting = useHolds('waiting', whose);
  const ended = useHolds('ended', whose);
  return {
    ready: ready.data?.items ?? [],
    waiting: waiting.data?.items ?? [],
    ended: ended.data?.items ?? [],
    read: ready.data !== undefined && waiting.data !== undefined,
    error: ready.error ?? waiting.error,
    again: () => {
      for (const { again } of [ready, waiting, ended]) void again();
    },
    more: ready.more ?? waiting.more,
    readingMore: ready.readingMore || waiting.readingMore,
  };
}

function Unfinished(props: {
  readonly shown: Shown;
  readonly none: string;
  readonly more: string;
  readonly children: ReactNode;
}) {
  const t = useWords();
  const { shown, none, more, children } = props;
  if (!shown.read)
    return shown.error ? <Unread error={shown.error} onRetry={shown.again} /> : <Skeleton label={t.app.loading} />;
  if (shown.ready.length + shown.waiting.length > 0) return children;
  return (
    <EmptyState icon={<ClockIcon size={26} />} title={none}>
      {more}
    </EmptyState>
  );
}

function More({ shown }: { readonly shown: Shown }) {
  const t = useWords();
  if (shown.more === null) return null;
  return (
    <Button busy={shown.readingMore} onClick={shown.more}>
      {t.app.more}
    </Button>
  );
}

interface PartProps {
  readonly title: string;
  readonly holds: readonly HoldBody[];
  readonly currentId: string;
  readonly named?: boolean;
}

function Part({ title, holds, currentId, named = false }: PartProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      <List label={title}>
        {holds.map((hold) => (
          <HoldItem key={hold.attempt.id} hold={hold} current={hold.attempt.id === currentId} named={named} />
        ))}
      </List>
    </section>
  );
}

/** Each once, by name. */
function sellersOf(holds: readonly HoldBody[]): readonly HoldBody['seller'][] {
  const byId = new Map(holds.map(({ seller }) => [seller.id, seller]));
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
