/** The support console: brands with their plans and quiet hours, tickets, leads and the help. It never turns dark by itself. */
import { lazy, Suspense, use, useEffect, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Session } from '#contract/sign-in/session.ts';
import { BrandPage } from '#web/policy/console/brand-page.tsx';
import { BrandsPage } from '#web/policy/console/brands-page.tsx';
import { dropAllHoursDrafts } from '#web/policy/form/hours-draft.ts';
import { forgetSearches } from '#web/record/kept-search.ts';
import { AttemptsPage } from '#web/record/support-attempts-page.tsx';
import { useConsoleKeys, useLetterKeys } from '#web/shell/console-keys.ts';
import { NotHere } from '#web/shell/not-found.tsx';
import { OfflineNotice } from '#web/shell/offline/offline-notice.tsx';
import { ACCOUNT_PATH } from '#web/shell/seller-routes.ts';
import { sellerWords } from '#web/shell/seller-words.ts';
import { SettingsSheet } from '#web/shell/settings/settings-sheet.tsx';
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { followQuiet } from '#web/shell/settings/theme.ts';
import { consoleTime, consoleZone } from '#web/shell/support/brand-queries.ts';
import { supportWords, useWords } from '#web/shell/support/support-words.ts';
import { PasswordWarnings } from '#web/sign-in/account/password-warnings.tsx';
import { HelpPage } from '#web/support/console/help-page.tsx';
import { LeadsPage } from '#web/support/console/leads-page.tsx';
import { TicketPage } from '#web/support/console/ticket-page.tsx';
import { useWaiting } from '#web/support/console/ticket-queries.ts';
import { TicketsPage } from '#web/support/console/tickets-page.tsx';
import { FinderButton, useFinderSheet } from '#web/support/finder/finder-button.tsx';
import { HelpArticle } from '#web/support/help/help-article.tsx';
import { helpWords, useHelpWords } from '#web/support/help/help-words.ts';
import { forgetReplies } from '#web/support/tickets/kept-reply.ts';
import { ticketWords, useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon, ChatIcon, LeaveIcon, LockIcon, PeopleIcon, PhoneIcon } from '#web/ui/icons/icons.tsx';
import { QuestionIcon, SettingsIcon, StoreIcon } from '#web/ui/icons/more-icons.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { Frame, type NavLink, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { supportPlaceOf } from './nav-places.ts';
import styles from './support-app.module.css';

export interface SupportAppProps {
  readonly session: Session;
  readonly onSignOut: () => void;
}

const AccountScreen = lazy(async () => ({
  default: (await import('#web/sign-in/account/account-screen.tsx')).AccountScreen,
}));
/** The address of the screen of one's own account. No brand's slug equals the name. */
const OWN_ACCOUNT = `/suporte${ACCOUNT_PATH}`;
const NewBrandPage = lazy(async () => ({
  default: (await import('#web/support/new-brand/new-brand-page.tsx')).NewBrandPage,
}));
const TeamPage = lazy(async () => ({ default: (await import('#web/support/team/team-page.tsx')).TeamPage }));

const wordsReady = Promise.all([supportWords.ready(), ticketWords.ready(), helpWords.ready()]);

export function SupportApp(props: SupportAppProps) {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Console {...props} />
    </Suspense>
  );
}

function Console({ session, onSignOut }: SupportAppProps) {
  const name = session.person?.name ?? '';
  use(wordsReady);
  const t = useWords();
  const shell = shellWords.useWords();
  const [place] = useLocation();
  const [settings, setSettings] = useState(false);
  const finder = useFinderSheet();
  const [letterKeys, setLetterKeys] = useLetterKeys();
  useEffect(() => followQuiet(false), []);
  useConsoleKeys({ onFind: finder.open, letters: letterKeys });

  const leave = () => {
    dropAllHoursDrafts();
    forgetSearches();
    forgetReplies();
    onSignOut();
  };
  const navLinks = useNavLinks();

  return (
    <>
      <Frame
        brand={
          <>
            {t.console}
            <FinderButton on="desk" onOpen={finder.open} />
          </>
        }
        navLinks={navLinks}
        navLabel={t.ways}
        skipLabel={shell.skip}
        notice={
          <>
            <OfflineNotice time={consoleTime} />
            <FinderButton on="phone" onOpen={finder.open} />
            <PasswordWarnings session={session} zone={consoleZone()} accountPath={OWN_ACCOUNT} />
          </>
        }
        opener={{ label: t.settings, icon: <SettingsIcon size={22} />, onOpen: () => setSettings(true) }}
        foot={
          <>
            {letterKeys && LISTS.test(place) && <p className={styles.keys}>{t.keys}</p>}
            <Account name={name} label={t.settings} onOpen={() => setSettings(true)} />
          </>
        }
      >
        <Suspense fallback={<Skeleton label={t.loading} rows={4} />}>
          <Pages session={session} onLeave={leave} />
        </Suspense>
      </Frame>
      {finder.sheet}
      {settings && (
        <SettingsSheet hasFixedTheme onClose={() => setSettings(false)}>
          <label className={styles.setting}>
            <input type="checkbox" checked={letterKeys} onChange={({ target }) => setLetterKeys(target.checked)} />
            <span>{t.letterKeys}</span>
          </label>
          <ButtonLink href={OWN_ACCOUNT} icon={<LockIcon />} onClick={() => setSettings(false)}>
            {t.account}
          </ButtonLink>
          <ButtonLink href="/suporte/equipe" icon={<PeopleIcon />} onClick={() => setSettings(false)}>
            {t.team}
          </ButtonLink>
          <Button icon={<LeaveIcon />} onClick={leave}>
            {t.leave}
          </Button>
        </SettingsSheet>
      )}
    </>
  );
}

/** Returns the links to the console's screens, with the number of tickets that wait. */
function useNavLinks(): readonly NavLink[] {
  const t = useWords();
  const tickets = useTicketWords();
  const help = useHelpWords();
  const waiting = useWaiting().data?.items.length ?? 0;
  const [place] = useLocation();
  const way = supportPlaceOf(place);
  return [
    {
      href: '/suporte/chamados',
      label: waiting === 0 ? tickets.tickets : `${tickets.tickets} (${waiting})`,
      icon: <ChatIcon size={22} />,
      current: way === 'tickets',
    },
    { href: '/suporte', label: t.brands, icon: <StoreIcon size={22} />, current: way === 'brands' },
    {
      href: '/suporte/interessados',
      label: tickets.leads,
      icon: <PhoneIcon size={22} />,
      current: way === 'leads',
    },
    { href: '/suporte/ajuda', label: help.help, icon: <QuestionIcon size={22} />, current: way === 'help' },
  ];
}

function Pages({ session, onLeave }: { readonly session: Session; readonly onLeave: () => void }) {
  const help = useHelpWords();
  const seller = sellerWords.useWords();
  return (
    <Switch>
      <Route path="/suporte">
        <BrandsPage />
      </Route>
      <Route path="/suporte/chamados">
        <TicketsPage />
      </Route>
      <Route path="/suporte/chamados/:id">{({ id }) => <TicketPage key={id} id={id} />}</Route>
      <Route path="/suporte/interessados">
        <LeadsPage />
      </Route>
      <Route path="/suporte/ajuda">
        <HelpPage />
      </Route>
      <Route path="/suporte/ajuda/artigo">
        <ScreenHead
          back={
            <ButtonLink href="/suporte/ajuda" icon={<BackIcon />}>
              {help.ratings}
            </ButtonLink>
          }
          title={help.title}
        />
        <HelpArticle />
      </Route>
      <Route path="/suporte/marcas/nova">
        <NewBrandPage />
      </Route>
      <Route path="/suporte/equipe">
        <TeamPage ownId={session.person?.id ?? ''} hasSecondFactor={session.secondFactor !== undefined} />
      </Route>
      <Route path="/suporte/:slug/tentativas">{({ slug }) => <AttemptsPage slug={slug} id={null} />}</Route>
      <Route path="/suporte/:slug/tentativas/:id">{({ slug, id }) => <AttemptsPage slug={slug} id={id} />}</Route>
      <Route path={OWN_ACCOUNT}>
        <AccountScreen session={session} home="/suporte" zone={consoleZone()} onLeave={onLeave} />
      </Route>
      <Route path="/suporte/:slug">{({ slug }) => <BrandPage key={slug} slug={slug} />}</Route>
      <Route>
        <NotHere href="/suporte" label={seller.app.toStart} />
      </Route>
    </Switch>
  );
}

/** The pages with lists, on which the console shows the hint about the keys J and K. */
const LISTS = /^\/suporte(\/(chamados|interessados|[^/]+\/tentativas))?\/?$/;

function Account(props: { readonly name: string; readonly label: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className={styles.person} onClick={props.onOpen}>
      <Avatar name={props.name} size={36} />
      <span className={styles.name}>
        {props.name}
        <small>{props.label}</small>
      </span>
      <SettingsIcon size={18} />
    </button>
  );
}
