/** The screen *Agendados*: the held contacts, when each comes back and why then; for a manager those of the whole store, by seller. */
import { Suspense, useState } from 'react';
import { StoreHolds } from '#web/holds/store/store-holds.tsx';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useHoldNews, type Whose } from '#web/shell/holds/use-holds.ts';
import { lazyPart, lazyScreen } from '#web/shell/lazy-screens.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { LazyPart } from '#web/ui/layout/lazy-part.tsx';
import { HoldNews } from './hold-news.tsx';
import { EndedHolds, HoldSection, itemsOf, LiveHolds, useHoldPages } from './hold-parts.tsx';
import { ReadyNow } from './ready-now.tsx';

const OwnAbsence = lazyPart(async () => (await import('#web/customers/portfolio/absence-notes.tsx')).OwnAbsence);
const TeamAway = lazyPart(async () => (await import('#web/customers/portfolio/absence-notes.tsx')).TeamAway);
const DayAhead = lazyPart(async () => (await import('./ahead/day-ahead.tsx')).DayAhead);
const PushOffer = lazyScreen(async () => (await import('#web/shell/push/push-offer.tsx')).PushOffer);

export function HoldsScreen({ currentId }: { readonly currentId: string }) {
  const h = useHoldWords();
  const { session, person } = useShop();
  const manager = session.may.includes('read_led_holds');
  const [whose, setWhose] = useState<Whose>(manager ? 'store' : 'mine');
  return (
    <>
      <ScreenHead
        over={session.store?.name}
        title={h.list.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      <LazyPart>
        <OwnAbsence personId={person.id} />
      </LazyPart>
      <LazyPart>{manager && <TeamAway personId={person.id} />}</LazyPart>
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
      {whose === (manager ? 'store' : 'mine') && (
        <LazyPart>
          <DayAhead leads={manager} />
        </LazyPart>
      )}
      {whose === 'mine' ? <OwnHolds currentId={currentId} /> : <StoreHolds currentId={currentId} />}
    </>
  );
}

function OwnHolds({ currentId }: { readonly currentId: string }) {
  const h = useHoldWords();
  const news = useHoldNews();
  const pages = useHoldPages('mine');
  const ready = itemsOf(pages.ready);
  const waiting = itemsOf(pages.waiting);
  return (
    <>
      {news.length > 0 && <HoldNews news={news} />}
      {ready.length > 0 && <ReadyNow holds={ready} more={pages.ready.more !== null} currentId={currentId} />}
      <LiveHolds pages={pages} none={h.list.none} noneMore={h.list.noneMore}>
        {waiting.length > 0 && <HoldSection title={h.list.waiting} holds={waiting} currentId={currentId} />}
      </LiveHolds>
      {ready.length + waiting.length > 0 && (
        <Suspense>
          <PushOffer />
        </Suspense>
      )}
      <EndedHolds pages={pages} currentId={currentId} />
    </>
  );
}
