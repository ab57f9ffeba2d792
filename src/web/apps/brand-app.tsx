/** The app of a brand manager: the quiet hours in force, the brand's attempts, its tickets, its day and the help. */
import { lazy, Suspense, use, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Person, Session } from '#contract/sign-in/session.ts';
import { PolicyPage } from '#web/policy/brand/policy-page.tsx';
import { POLICY_PATH } from '#web/policy/brand/policy-path.ts';
import { useAttemptsWords } from '#web/record/attempts-words.ts';
import { AttemptsPage } from '#web/record/brand-attempts-page.tsx';
import { forgetSearches } from '#web/record/kept-search.ts';
import { refreshBrand, useNews } from '#web/shell/brand/brand-reads.ts';
import { brandWords, useBrandWords } from '#web/shell/brand/brand-words.ts';
import { useLive } from '#web/shell/live-events.ts';
import { NotHere } from '#web/shell/not-found.tsx';
import { OfflineNotice } from '#web/shell/offline/offline-notice.tsx';
import { HELP_PATH } from '#web/shell/quiet/help-path.ts';
import { ACCOUNT_PATH } from '#web/shell/seller-routes.ts';
import { sellerWords } from '#web/shell/seller-words.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { leave } from '#web/shell/session/session-state.ts';
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { ShopProvider, useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { PasswordWarnings } from '#web/sign-in/account/password-warnings.tsx';
import { PinGuessing } from '#web/sign-in/pin-guessing.tsx';
import { AccessLogPage } from '#web/support/brand/access-log-page.tsx';
import { TicketPage } from '#web/support/brand/ticket-page.tsx';
import { TicketsPage } from '#web/support/brand/tickets-page.tsx';
import { helpWords, useHelpWords } from '#web/support/help/help-words.ts';
import { ShopHelp } from '#web/support/help/shop-help.tsx';
import { ticketWords, useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { BarsIcon, ChatIcon, PeopleIcon, SearchIcon, StarIcon, TagIcon } from '#web/ui/icons/icons.tsx';
import { MoonIcon, QuestionIcon, StoreIcon, UploadIcon } from '#web/ui/icons/more-icons.tsx';
import { Frame } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { timeOn } from '#words/core/format.ts';
import styles from './brand-app.module.css';
import { brandPlaceOf } from './nav-places.ts';

const AccountScreen = lazy(async () => ({
  default: (await import('#web/sign-in/account/account-screen.tsx')).AccountScreen,
}));
const ImportsPage = lazy(async () => ({ default: (await import('#web/import/imports-page.tsx')).ImportsPage }));
const StoresDayPage = lazy(async () => ({ default: (await import('#web/reports/stores-day-page.tsx')).StoresDayPage }));

const PanoramaPage = lazy(async () => ({
  default: (await import('#web/reports/panorama/panorama-page.tsx')).PanoramaPage,
}));
const TeamScreen = lazy(async () => ({ default: (await import('#web/people/team-screen.tsx')).TeamScreen }));
const PersonWorkScreen = lazy(async () => ({
  default: (await import('#web/customers/portfolio/person-work-screen.tsx')).PersonWorkScreen,
}));

const CampaignsScreens = lazy(async () => ({
  default: (await import('#web/campaigns/brand/campaigns-screens.tsx')).CampaignsScreens,
}));
const PrivacyLogPage = lazy(async () => ({
  default: (await import('#web/customers/privacy/privacy-log-page.tsx')).PrivacyLogPage,
}));
const BrandCustomers = lazy(async () => ({ default: (await import('./brand-customers.tsx')).BrandCustomers }));
const StoresScreens = lazy(async () => ({ default: (await import('#web/stores/stores-screens.tsx')).StoresScreens }));

const POLICY_PATHS = /^\/(?:politica)?\/?$/;
/** One route for both addresses: the filter changes the address, and the screen must stay. */
const PANORAMA_PATHS = /^\/(?:panorama(?:\/(?<list>[^/]+))?)?\/?$/;

const wordsReady = Promise.all([brandWords.ready(), ticketWords.ready(), helpWords.ready()]);

export function BrandApp({ session, person }: { readonly session: Session; readonly person: Person }) {
  useLive(session.liveAfter, refreshBrand);
  useEffect(() => forgetSearches, []);
  return (
    <ShopProvider session={session} person={person} staysLight>
      <Suspense fallback={<Skeleton label="" rows={4} />}>
        <BrandScreens />
      </Suspense>
    </ShopProvider>
  );
}

function BrandScreens() {
  use(wordsReady);
  const t = useBrandWords();
  const tickets = useTicketWords();
  const help = useHelpWords();
  const attempts = useAttemptsWords();
  const shell = shellWords.useWords();
  const { session, hours, zone } = useShop();
  const [path] = useLocation();
  const news = useNews();
  useNewsToast(news);
  // A brand whose plan lacks quiet hours has no tickets: its manager asks the sales team instead (A1), on the first page.
  const hasTickets = hours.reason !== 'no_plan';
  const place = brandPlaceOf(path === '/' && !hasTickets ? POLICY_PATH : path);

  return (
    <Frame
      brand={session.brand?.name}
      navLinks={[
        {
          href: hasTickets ? '/' : '/panorama',
          label: t.panorama,
          icon: <BarsIcon size={22} />,
          current: place === 'panorama',
        },
        {
          href: hasTickets ? POLICY_PATH : '/',
          label: t.policy,
          icon: <MoonIcon size={22} />,
          current: place === 'policy',
        },
        {
          href: '/tentativas',
          label: attempts.attempts,
          icon: <SearchIcon size={22} />,
          current: place === 'attempts',
        },
        ...(hasTickets
          ? [
              {
                href: '/chamados',
                label: tickets.tickets,
                icon: <TicketsIcon news={news} />,
                current: place === 'tickets',
              },
            ]
          : []),
        { href: '/lojas', label: t.stores, icon: <StoreIcon size={22} />, current: place === 'stores' },
        { href: '/equipe', label: t.team, icon: <PeopleIcon size={22} />, current: place === 'team' },
        { href: '/carteira', label: t.customers, icon: <TagIcon size={22} />, current: place === 'customers' },
        { href: '/campanhas', label: t.campaigns, icon: <StarIcon size={22} />, current: place === 'campaigns' },
        { href: '/importar', label: t.imports, icon: <UploadIcon size={22} />, current: place === 'imports' },
        { href: '/dia', label: t.day, icon: <BarsIcon size={22} />, current: place === 'day' },
        { href: HELP_PATH, label: help.help, icon: <QuestionIcon size={22} />, current: place === 'help' },
      ]}
      navLabel={t.ways}
      foot={<PersonMenu session={session} place="foot" />}
      notice={
        <>
          <OfflineNotice time={() => timeOn(serverNow(), zone)} />
          <PinGuessing session={session} />
          <PasswordWarnings session={session} zone={zone} accountPath={ACCOUNT_PATH} />
        </>
      }
      skipLabel={shell.skip}
    >
      <BrandRoutes />
    </Frame>
  );
}

function BrandRoutes() {
  const t = useBrandWords();
  const seller = sellerWords.useWords();
  const { session, hours, zone } = useShop();
  return (
    <Switch>
      <Route path={hours.reason === 'no_plan' ? POLICY_PATHS : POLICY_PATH}>
        <PolicyPage />
      </Route>
      <Route path={PANORAMA_PATHS}>{({ list }) => <PanoramaScreens list={list ?? ''} />}</Route>
      <Route path="/tentativas">
        <AttemptsPage id={null} />
      </Route>
      <Route path="/tentativas/:id">{({ id }) => <AttemptsPage id={id} />}</Route>
      <Route path="/acessos">
        <AccessLogPage />
      </Route>
      <Route path="/privacidade">{() => <PrivacyLogRoute />}</Route>
      <Route path="/chamados">
        <TicketsPage />
      </Route>
      <Route path="/chamados/:id">{({ id }) => <TicketPage key={id} id={id} />}</Route>
      <Route path="/equipe/:place?">
        {({ place }) => (
          <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
            <TeamScreen place={place ?? ''} />
          </Suspense>
        )}
      </Route>
      <Route path="/lojas/:id?">
        <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
          <StoresScreens />
        </Suspense>
      </Route>
      <Route path="/campanhas/:id?/:act?">
        <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
          <CampaignsScreens />
        </Suspense>
      </Route>
      <Route path="/dia/:storeId?">
        {({ storeId }) => (
          <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
            <StoresDayPage storeId={storeId ?? null} />
          </Suspense>
        )}
      </Route>
      <Route path="/carteira">
        <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
          <BrandCustomers id="" isEdited={false} />
        </Suspense>
      </Route>
      <Route path="/cliente/:id/:act?">
        {({ id, act }) =>
          act === undefined || act === 'editar' ? (
            <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
              <BrandCustomers id={id} isEdited={act === 'editar'} />
            </Suspense>
          ) : (
            <NotHere href="/" label={seller.app.toStart} />
          )
        }
      </Route>
      <Route path="/importar/:id?">
        {({ id }) => (
          <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
            <ImportsPage id={id ?? null} />
          </Suspense>
        )}
      </Route>
      <Route path="/equipe/:id/carteira">
        {({ id }) => (
          <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
            <PersonWorkScreen key={id} personId={id} backTo={`/equipe/${id}`} />
          </Suspense>
        )}
      </Route>
      <Route path={ACCOUNT_PATH}>
        <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
          <AccountScreen session={session} home="/" zone={zone} onLeave={() => void leave()} />
        </Suspense>
      </Route>
      <Route path={HELP_PATH}>
        <ShopHelp />
      </Route>
      <Route>
        <NotHere href="/" label={seller.app.toStart} />
      </Route>
    </Switch>
  );
}

function PanoramaScreens({ list }: { readonly list: string }) {
  const t = useBrandWords();
  return (
    <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
      <PanoramaPage list={list} />
    </Suspense>
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

/** Shows a toast when support answers a ticket while the app is open, except on the page of a ticket. */
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

function PrivacyLogRoute() {
  const t = useBrandWords();
  return (
    <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
      <PrivacyLogPage />
    </Suspense>
  );
}
