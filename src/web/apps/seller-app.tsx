/** The seller's app: the lists, and beside or over them the opened entry. */

import { type ComponentProps, Suspense, useEffect, useRef, useState } from 'react';
import type { Person, Session } from '#contract/sign-in/session.ts';
import { TodayScreen } from '#web/campaigns/today-screen.tsx';
import { sendDismissals } from '#web/campaigns/undoable-dismissal.ts';
import { hideHandoff, useHandoff } from '#web/contact/handoff/handoff.ts';
import { HoldAnnouncements } from '#web/holds/hold-announcements.ts';
import { forgetSearches } from '#web/record/kept-search.ts';
import type { CustomerFilter } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { ScreenBoundary } from '#web/shell/error-boundary.tsx';
import { useHolds } from '#web/shell/holds/use-holds.ts';
import { lazyPart, lazyScreen, prefetchScreens } from '#web/shell/lazy-screens.ts';
import { type LiveEventKind, useLive } from '#web/shell/live-events.ts';
import { onNoticeTapped } from '#web/shell/offline/notices.ts';
import { OfflineNotice } from '#web/shell/offline/offline-notice.tsx';
import { setNotifiedHere } from '#web/shell/push/device-reminders.ts';
import { hasQuietHours } from '#web/shell/quiet/silence.ts';
import styles from '#web/shell/seller.module.css';
import { ACCOUNT_PATH, type ListName, placeOf } from '#web/shell/seller-routes.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { readAway } from '#web/shell/session/device.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { lock } from '#web/shell/session/session-state.ts';
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { ShopProvider, useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { useTurn } from '#web/sign-in/use-turn.ts';
import { BarsIcon, ClockIcon, PeopleIcon, SearchIcon, TeamIcon, TodayIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Frame, SplitPane } from '#web/ui/layout/frame.tsx';
import { LazyPart } from '#web/ui/layout/lazy-part.tsx';
import { useIsDesk } from '#web/ui/layout/use-is-desk.ts';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { timeOn } from '#words/core/format.ts';
import type { OpenListProps } from './other-list.tsx';
import { useScreenFocus } from './screen-focus.ts';

const DeskPane = lazyPart(async () => (await import('./desk-pane.tsx')).DeskPane);
const SignInWarnings = lazyPart(async () => (await import('#web/sign-in/sign-in-warnings.tsx')).SignInWarnings);
const WholePage = lazyScreen(async () => (await import('./whole-page.tsx')).WholePage);
const Detail = lazyScreen(async () => (await import('./detail.tsx')).Detail);
const OtherList = lazyScreen(async () => (await import('./other-list.tsx')).OtherList);
const KeepDay = lazyPart(async () => (await import('#web/campaigns/keep-day.ts')).KeepDay);
const HandoffSheet = lazyScreen(async () => (await import('#web/contact/handoff/handoff-sheet.tsx')).HandoffSheet);

export function SellerApp({ session, person }: { readonly session: Session; readonly person: Person }) {
  useTurn(session.kind === 'store' ? person.id : null, lock);
  useLive(session.liveAfter, refresh);
  const [, go] = useLocation();
  useEffect(() => onNoticeTapped(() => go('/')), [go]);
  useEffect(() => {
    const stop = prefetchScreens();
    let isMounted = true;
    const renewTimer = setTimeout(async () => {
      if ((await renewedPush()) && isMounted) setNotifiedHere();
    }, RENEW_AFTER_MS);
    return () => {
      isMounted = false;
      stop();
      clearTimeout(renewTimer);
      sendDismissals();
      hideHandoff();
      forgetSearches();
    };
  }, []);
  return (
    <ShopProvider session={session} person={person}>
      <SellerScreens />
      <HandoffQuestion />
      <HoldAnnouncements />
      <Suspense>
        <KeepDay />
      </Suspense>
    </ShopProvider>
  );
}

function SellerScreens() {
  const t = useWords();
  const shell = shellWords.useWords();
  const { session, zone } = useShop();
  const [path] = useLocation();
  const isManager = session.may.includes('explain_attempt');
  const hasWarnings = Boolean(session.wrongPasswords || session.pinGuessing?.length);
  const place = placeOf(path, isManager);
  const [filter, setFilter] = useState<CustomerFilter>({ query: '', portfolio: 'mine', quietForDays: 0 });
  const lastList = useRef<ListName>('today');
  const list = place.list ?? lastList.current;
  lastList.current = list;
  const { screen } = place;
  const isDay = screen === 'day';
  const isWhole = isDay || screen === 'panorama' || screen === 'team' || screen === 'work' || screen === 'account';
  const isDesk = useIsDesk();
  const navLinks = useNavLinks(
    screen === 'panorama'
      ? 'day'
      : screen === 'day' || screen === 'team'
        ? screen
        : isWhole || screen === 'nowhere'
          ? null
          : list,
  );
  useScreenFocus(place.screen === 'list' || isDay ? path : null);

  const time = () => timeOn(serverNow(), zone);

  return (
    <Frame
      brand={<span className={styles.brand}>oto</span>}
      navLinks={navLinks}
      navLabel={t.app.main}
      foot={<PersonMenu session={session} place="foot" />}
      notice={
        <>
          <OfflineNotice time={time} />
          <LazyPart>
            {hasWarnings && <SignInWarnings session={session} zone={zone} accountPath={ACCOUNT_PATH} />}
          </LazyPart>
        </>
      }
      skipLabel={shell.skip}
    >
      {isWhole ? (
        <ScreenBoundary place={path}>
          <Suspense fallback={<Skeleton label={t.app.loading} rows={4} />}>
            <WholePage place={place} path={path} />
          </Suspense>
        </ScreenBoundary>
      ) : (
        <SplitPane
          list={<OpenList list={list} place={place} filter={filter} onFilter={setFilter} />}
          detail={
            place.screen === 'list' ? null : (
              <ScreenBoundary place={path}>
                <Suspense fallback={<Skeleton label={t.app.loading} />}>
                  <Detail place={place} list={list} />
                </Suspense>
              </ScreenBoundary>
            )
          }
          emptyPane={
            isDesk && (
              <Suspense fallback={<Skeleton label={t.app.loading} rows={4} />}>
                <DeskPane list={list} />
              </Suspense>
            )
          }
        />
      )}
    </Frame>
  );
}

/** Returns the links to the app's screens, with the number of held contacts. `open` is the open screen, null for an unknown address. */
function useNavLinks(open: ListName | 'day' | 'team' | null): ComponentProps<typeof Frame>['navLinks'] {
  const t = useWords();
  const { session, person, hours } = useShop();
  const ready = useHolds('ready');
  const waiting = useHolds('waiting');
  const held = (ready.data?.items.length ?? 0) + (waiting.data?.items.length ?? 0);
  const more = ready.more !== null || waiting.more !== null;
  const mayExplain = session.may.includes('explain_attempt');
  return [
    { href: '/', label: t.app.today, icon: <TodayIcon size={22} />, current: open === 'today' },
    {
      href: '/carteira',
      label: t.app.portfolio,
      icon: <PeopleIcon size={22} />,
      current: open === 'portfolio',
    },
    ...(hasQuietHours(hours) || held > 0 || open === 'held'
      ? [
          {
            href: '/agendados',
            label: t.app.held,
            icon: <ClockIcon size={22} />,
            current: open === 'held',
            count: { shown: held, more, said: t.app.heldCount(held, more) },
          },
        ]
      : []),
    {
      href: '/dia',
      label: person.role === 'store_manager' ? t.app.storeDay : t.app.myDay,
      icon: <BarsIcon size={22} />,
      current: open === 'day',
    },
    ...(mayExplain
      ? [
          {
            href: '/tentativas',
            label: t.app.attempts,
            icon: <SearchIcon size={22} />,
            current: open === 'attempts',
          },
          { href: '/equipe', label: t.app.team, icon: <TeamIcon size={22} />, current: open === 'team' },
        ]
      : []),
  ];
}

function OpenList(props: OpenListProps) {
  const t = useWords();
  if (props.list === 'today') return <TodayScreen currentId={props.place.id} />;
  return (
    <ScreenBoundary place={props.list}>
      <Suspense fallback={<Skeleton label={t.app.loading} rows={5} />}>
        <OtherList {...props} />
      </Suspense>
    </ScreenBoundary>
  );
}

/** Asks for the outcome only of a seller who left for WhatsApp. */
function HandoffQuestion() {
  const handoff = useHandoff();
  if (handoff === null && readAway() === null) return null;
  return (
    <Suspense>
      <HandoffSheet />
    </Suspense>
  );
}

/** The push subscription is renewed this long after the start, because the first screen needs the network more. */
const RENEW_AFTER_MS = 5_000;

async function renewedPush(): Promise<boolean> {
  return import('#web/shell/push/subscription.ts').then(({ renewPush }) => renewPush()).catch(() => false);
}

function refresh(event: LiveEventKind): void {
  if (event === 'quiet-hours' || event === 'resync') void reads.invalidate(keys.quietHours);
  // New hours change no list by themselves: contacts that get another minute come as `attempt` events.
  if (event !== 'quiet-hours') void reads.invalidate(keys.customers);
}
