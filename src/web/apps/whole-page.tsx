/** The pages of the seller's app that take the whole width: the day, the Panorama, the team, a person's work, and the own account. */
import { Suspense } from 'react';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import type { Place } from '#web/shell/seller-routes.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { leave } from '#web/shell/session/session-state.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { FocusHeading } from './screen-focus.ts';

const DayScreen = lazyScreen(async () => (await import('#web/reports/day-screen.tsx')).DayScreen);
const PanoramaPages = lazyScreen(async () => (await import('#web/reports/panorama/panorama-pages.tsx')).PanoramaPages);
const TeamScreen = lazyScreen(async () => (await import('#web/people/team-screen.tsx')).TeamScreen);
const PersonWorkScreen = lazyScreen(
  async () => (await import('#web/customers/portfolio/person-work-screen.tsx')).PersonWorkScreen,
);
const AccountScreen = lazyScreen(async () => (await import('#web/sign-in/account/account-screen.tsx')).AccountScreen);

/** Renders the page at `place`. `path` is its address: the page's heading takes the focus when the address changes. */
export function WholePage({ place, path }: { readonly place: Place; readonly path: string }) {
  const t = useWords();
  return (
    <Suspense fallback={<Skeleton label={t.app.loading} rows={4} />}>
      <Page place={place} />
      {place.screen !== 'day' && <FocusHeading at={path} />}
    </Suspense>
  );
}

function Page({ place: { screen, id } }: { readonly place: Place }) {
  const { session, zone } = useShop();
  if (screen === 'day') return <DayScreen />;
  if (screen === 'panorama') return <PanoramaPages list={id} />;
  if (screen === 'team') return <TeamScreen place={id} />;
  if (screen === 'work') return <PersonWorkScreen key={id} personId={id} backTo={`/equipe/${id}`} />;
  return <AccountScreen session={session} home="/" zone={zone} onLeave={() => void leave()} />;
}
