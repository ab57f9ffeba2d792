/** Chooses the app that this device shows: the sign-in, the seller's app, the brand's app or the support console. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { usePendingConfirmation } from '#web/shell/api/confirmation.ts';
import { ScreenBoundary } from '#web/shell/error-boundary.tsx';
import { lazyScreen, RenderNothing } from '#web/shell/lazy-screens.ts';
import type { KeptDay } from '#web/shell/offline/kept-day.ts';
import { useOnline } from '#web/shell/offline/online.ts';
import styles from '#web/shell/seller.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { isLeaving, isLocking } from '#web/shell/session/device.ts';
import { useIsDemo } from '#web/shell/session/is-demo.ts';
import { leave, useEndOfTurn, useSession } from '#web/shell/session/session-state.ts';
import { Unread } from '#web/shell/unread.tsx';
import { OfflineIcon } from '#web/ui/icons/icons.tsx';
import { Redirect, useLocation } from '#web/ui/layout/address.tsx';
import { focusHeadingOnceThere } from '#web/ui/layout/focus-heading.ts';
import { LiveRegion } from '#web/ui/notices/live-region.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { Toasts } from '#web/ui/notices/toast.tsx';
import { SellerApp } from './seller-app.tsx';

const SignInFlow = lazyScreen(async () => (await import('#web/sign-in/sign-in-flow.tsx')).SignInFlow);
const SetUpScreen = lazyScreen(async () => (await import('#web/sign-in/second-factor/set-up-screen.tsx')).SetUpScreen);
const ConfirmationSheet = lazyScreen(
  async () => (await import('#web/sign-in/second-factor/confirmation-sheet.tsx')).ConfirmationSheet,
);
const KeptDayScreen = lazyScreen(async () => (await import('#web/campaigns/kept-day-screen.tsx')).KeptDayScreen);
const SupportApp = lazy(async () => ({ default: (await import('./support-app.tsx')).SupportApp }));
// The bar is not loaded with `lazyScreen`, which would prefetch its file also on an installation without the demo.
const DemoBar = lazy(async () => ({
  default: await import('#web/demo/demo-bar.tsx').then(
    (module) => module.DemoBar,
    () => RenderNothing,
  ),
}));
// Few people open a one-time link, so that its screens are not prefetched.
const LinkScreen = lazy(async () => ({ default: (await import('#web/sign-in/links/link-screen.tsx')).LinkScreen }));
const BrandApp = lazy(async () => ({ default: (await import('./brand-app.tsx')).BrandApp }));

export function App() {
  const [path] = useLocation();
  const isDemo = useIsDemo();
  return (
    <>
      {/* The bar and the screen below it appear together: a bar that appeared later would push the screen down. */}
      <Suspense fallback={<Loading />}>
        {isDemo && <DemoBar />}
        <ScreenBoundary place={path}>
          {LINK_PATHS.test(path) ? <LinkScreen path={path} /> : <SessionGate />}
        </ScreenBoundary>
      </Suspense>
      <Confirmation />
      <Toasts place={path} />
      <LiveRegion />
    </>
  );
}

/** Asks for the password or a code while a call waits for it. */
function Confirmation() {
  const pending = usePendingConfirmation();
  return <Suspense>{pending && <ConfirmationSheet {...pending} />}</Suspense>;
}
/** The paths of one-time links and of a forgotten password: they open the same whether a session is open or not. */
const LINK_PATHS = /^\/(convite|redefinir|esqueci|emails)$/;

function SessionGate() {
  const session = useSession();
  useEndOfTurn(session.data);
  const online = useOnline();
  if (session.data === undefined) {
    if (!online) return <OfflineStart />;
    if (session.error === null) return <Loading />;
    return (
      <main className={styles.waiting}>
        <Unread error={session.error} onRetry={session.again} />
      </main>
    );
  }
  // The key names the person who uses the device: a new key unmounts all that the last person saw before anything is fetched for the next.
  return (
    <Suspense key={session.data?.person?.id ?? 'nobody'} fallback={<Loading />}>
      {session.data === null ? <SignInFlow session={null} /> : <SignedIn session={session.data} />}
      <HeadFocus at={userKeyOf(session.data)} />
    </Suspense>
  );
}

/** Names the user of the screens: nobody, a store's device without a turn, or a person. */
function userKeyOf(session: Session | null): string {
  return session === null ? 'signed out' : (session.person?.id ?? 'no turn');
}

let userBefore: string | null = null;

/** Focuses the heading after a sign-in and after each change of the user; the first screen of a visit takes no focus. */
function HeadFocus({ at }: { readonly at: string }) {
  useEffect(() => {
    const before = userBefore;
    userBefore = at;
    return before === null || before === at ? undefined : focusHeadingOnceThere();
  }, [at]);
  return null;
}

function SignedIn({ session }: { readonly session: Session }) {
  const [path] = useLocation();
  const support = path.startsWith('/suporte');
  if (session.secondFactor === 'needed') return <SetUpScreen />;
  if (session.kind === 'support')
    return support ? (
      <SupportApp session={session} onSignOut={() => void leave()} />
    ) : (
      <Redirect to="/suporte" replace />
    );
  if (support) return <Redirect to="/" replace />;
  if (session.person === null) return <SignInFlow session={session} />;
  if (session.person.role === 'brand_manager') return <BrandApp session={session} person={session.person} />;
  return <SellerApp session={session} person={session.person} />;
}

/** The start without network: only the server knows who is signed in. The kept day of *Hoje* can be read. */
function OfflineStart() {
  const [day, setDay] = useState<KeptDay | null>(null);
  useEffect(() => {
    let isMounted = true;
    if (!isLocking() && !isLeaving()) void readKept().then((kept) => isMounted && setDay(kept));
    return () => {
      isMounted = false;
    };
  }, []);
  const clearDay = useCallback(() => setDay(null), []);
  return day === null ? (
    <NothingKept />
  ) : (
    <Suspense fallback={<NothingKept />}>
      <KeptDayScreen day={day} onGone={clearDay} />
    </Suspense>
  );
}

/** Loads the code that decrypts the kept day. The service worker has that file if the device ever kept a day. */
async function readKept(): Promise<KeptDay | null> {
  return import('#web/shell/offline/sealed-day.ts').then(({ readKeptDay }) => readKeptDay()).catch(() => null);
}

function NothingKept() {
  const t = useWords();
  return (
    <main className={styles.waiting}>
      <EmptyState icon={<OfflineIcon size={26} />} title={t.app.unreached}>
        {t.app.unreachedMore}
      </EmptyState>
    </main>
  );
}

function Loading() {
  const t = useWords();
  return (
    <main className={styles.waiting}>
      <Skeleton label={t.app.loading} />
    </main>
  );
}
