/** The screen of an entry that is opened from a list: a suggestion's message, a profile, a message, a hold, an attempt or the help. */
import { Suspense } from 'react';
import { SuggestionScreen } from '#web/campaigns/suggestion-screen.tsx';
import { ProfileMessageScreen } from '#web/contact/profile-message-screen.tsx';
import { ProfileScreen } from '#web/customers/profile-screen.tsx';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { NotHere } from '#web/shell/not-found.tsx';
import type { ListName, Place } from '#web/shell/seller-routes.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { FocusHeading } from './screen-focus.ts';

const HoldScreen = lazyScreen(async () => (await import('#web/holds/hold-screen.tsx')).HoldScreen);
const AttemptScreen = lazyScreen(async () => (await import('#web/record/attempt-screen.tsx')).AttemptScreen);
const ShopHelp = lazyScreen(async () => (await import('#web/support/help/shop-help.tsx')).ShopHelp);

const NewCustomerScreen = lazyScreen(
  async () => (await import('#web/customers/edit/customer-form-screen.tsx')).NewCustomerScreen,
);
const EditCustomerScreen = lazyScreen(
  async () => (await import('#web/customers/edit/customer-form-screen.tsx')).EditCustomerScreen,
);
const StoresScreens = lazyScreen(async () => (await import('#web/stores/stores-screens.tsx')).StoresScreens);

export interface DetailProps {
  readonly place: Place;
  /** The list that the entry was opened from. */
  readonly list: ListName;
}

export function Detail(props: DetailProps) {
  const t = useWords();
  const [path] = useLocation();
  return (
    <Suspense fallback={<Skeleton label={t.app.loading} rows={4} />}>
      <DraftConflict />
      <OpenedScreen {...props} />
      <FocusHeading at={path} />
    </Suspense>
  );
}

/** Shows an entry that nobody opened, beside the list on a desk: the focus stays where it is. */
export function Preview(props: DetailProps) {
  const t = useWords();
  return (
    <Suspense fallback={<Skeleton label={t.app.loading} rows={4} />}>
      <DraftConflict />
      <OpenedScreen {...props} />
    </Suspense>
  );
}

function OpenedScreen({ place, list }: DetailProps) {
  const t = useWords();
  const [path] = useLocation();
  const { screen, id } = place;
  if (screen === 'suggestion') return <SuggestionScreen key={id} id={id} />;
  if (screen === 'profile' && id === 'novo') return <NewCustomerScreen />;
  if (screen === 'profile') return <ProfileScreen key={id} id={id} backTo={list === 'portfolio' ? list : 'today'} />;
  if (screen === 'message') return <ProfileMessageScreen key={id} customerId={id} />;
  if (screen === 'hold') return <HoldScreen key={id} id={id} backTo={list} />;
  if (screen === 'attempt') return <AttemptScreen key={id} id={id} />;
  if (screen === 'help') return <ShopHelp />;
  const edited = /^\/cliente\/([^/]+)\/editar$/.exec(path)?.[1];
  if (edited !== undefined) return <EditCustomerScreen key={edited} id={edited} />;
  // The first load knows no address of the own store, so that only this file, which loads later, recognises the address.
  if (path === '/loja') return <StoresScreens />;
  return <NotHere href="/" label={t.app.toToday} />;
}
