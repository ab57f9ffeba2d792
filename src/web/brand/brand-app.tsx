/** What a brand's manager sees of quiet hours: which are in force and since when, and the tickets that ask for others. */
import { lazy, Suspense, use, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Person, Session } from '#contract/session.ts';
import { useAttemptsWords } from '#web/attempts/attempts-words.ts';
import { forgetSearches } from '#web/attempts/kept-search.ts';
import { helpWords, useHelpWords } from '#web/help/help-words.ts';
import { ShopHelp } from '#web/help/shop-help.tsx';
import { useLive } from '#web/live.ts';
import { NotHere } from '#web/not-here.tsx';
import { OfflineNotice } from '#web/offline/offline-notice.tsx';
import { HELP_PATH } from '#web/seller/quiet/help-path.ts';
import { ShopProvider, useShop } from '#web/seller/shop.tsx';
import { sellerWords } from '#web/seller/words.ts';
import { serverNow } from '#web/server-clock.ts';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { PinGuessing } from '#web/session/pin-guessing.tsx';
import { shellWords } from '#web/settings/shell-words.ts';
import { ticketWords, useTicketWords } from '#web/tickets/ticket-words.ts';
import { Frame } from '#web/ui/frame.tsx';
import { BarsIcon, ChatIcon, SearchIcon } from '#web/ui/icons.tsx';
import { MoonIcon, QuestionIcon } from '#web/ui/more-icons.tsx';
import { Skeleton } from '#web/ui/states.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { timeOn } from '#words/format.ts';
import { AttemptsPage } from './attempts-page.tsx';
import styles from './brand-app.module.css';
import { refreshBrand, useNews } from './brand-reads.ts';
import { brandWords, useBrandWords } from './brand-words.ts';
import { LooksPage } from './looks-page.tsx';
import { PolicyPage } from './policy-page.tsx';
import { TicketPage } from './ticket-page.tsx';
import { TicketsPage } from './tickets-page.tsx';

const StoresDayPage = lazy(async () => ({ default: (await import('#web/day/stores-day-page.tsx')).StoresDayPage }));

const wordsReady = Promise.all([brandWords.ready(), ticketWords.ready(), helpWords.ready()]);

export function BrandApp({ session, person }: { readonly session: Session; readonly person: Person }) {
  useLive(session.liveAfter, refreshBrand);
  useEffect(() => forgetSearches, []);
  return (
    <ShopProvider session={session} person={person} steadyLight>
      <Suspense fallback={<Skeleton label="" rows={4} />}>
        <Rooms />
      </Suspense>
    </ShopProvider>
  );
}

function Rooms() {
  use(wordsReady);
  const t = useBrandWords();
  const tickets = useTicketWords();
  const help = useHelpWords();
  const attempts = useAttemptsWords();
  const shell = shellWords.useWords();
  const seller = sellerWords.useWords();
  const { session, hours, zone } = useShop();
  const [path] = useLocation();
  const news = useNews();
  useNewsToast(news);
  const asks = path.startsWith('/chamados');
  const counts = path.startsWith('/dia');
  const looksUp = path.startsWith('/tentativas');
  const reads = path.startsWith('/ajuda');
  // A brand whose plan lacks quiet hours has nothing to ask support for: it talks to the team (A1).
  const hasTickets = hours.reason !== 'no_plan';

  return (
    <Frame
      brand={session.brand?.name}
      ways={[
        { href: '/', label: t.policy, icon: <MoonIcon size={22} />, current: !asks && !reads && !counts && !looksUp },
        { href: '/tentativas', label: attempts.attempts, icon: <SearchIcon size={22} />, current: looksUp },
        ...(hasTickets
          ? [{ href: '/chamados', label: tickets.tickets, icon: <TicketsIcon news={news} />, current: asks }]
          : []),
        { href: '/dia', label: t.day, icon: <BarsIcon size={22} />, current: counts },
        { href: HELP_PATH, label: help.help, icon: <QuestionIcon size={22} />, current: reads },
      ]}
      waysLabel={t.ways}
      foot={<PersonMenu session={session} place="foot" />}
      notice={
        <>
          <OfflineNotice time={() => timeOn(serverNow(), zone)} />
          <PinGuessing session={session} />
        </>
      }
      skipLabel={shell.skip}
    >
      <Switch>
        <Route path="/">
          <PolicyPage />
        </Route>
        <Route path="/tentativas">
          <AttemptsPage id={null} />
        </Route>
        <Route path="/tentativas/:id">{({ id }) => <AttemptsPage id={id} />}</Route>
        <Route path="/acessos">
          <LooksPage />
        </Route>
        <Route path="/chamados">
          <TicketsPage />
        </Route>
        <Route path="/chamados/:id">{({ id }) => <TicketPage key={id} id={id} />}</Route>
        <Route path="/dia/:storeId?">
          {({ storeId }) => (
            <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
              <StoresDayPage storeId={storeId ?? null} />
            </Suspense>
          )}
        </Route>
        <Route path={HELP_PATH}>
          <ShopHelp />
        </Route>
        <Route>
          <NotHere href="/" label={seller.app.toStart} />
        </Route>
      </Switch>
    </Frame>
  );
}

function TicketsIcon({ news }: { readonly news: number }) {
  const t = useTicketWords();
  return (
    <span className={styles.news}>
      <ChatIcon size={22} />
      {news > 0 && (
        <span role="img" aria-label={t.newsCount(news)} className={styles.badge}>
          {news}
        </span>
      )}
    </span>
  );
}

/** An answer that comes while the app is open is said, wherever one is. */
function useNewsToast(news: number): void {
  const t = useTicketWords();
  const [path, go] = useLocation();
  const before = useRef<number | null>(null);
  useEffect(() => {
    const more = before.current !== null && news > before.current;
    before.current = news;
    if (more && !path.startsWith('/chamados/'))
      showToast({ text: t.answeredNow, action: { label: t.see, run: () => go('/chamados') } });
  }, [news, path, t, go]);
}
