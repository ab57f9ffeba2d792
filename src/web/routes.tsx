/** Which app this device shows: the way in, the seller's, a brand's hours, or support's. */
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Session } from '#contract/session.ts';
import { client } from './api/queries.ts';
import styles from './seller/seller.module.css';
import { SellerApp } from './seller/seller-app.tsx';
import { Unread } from './seller/unread.tsx';
import { useWords } from './seller/words.ts';
import { leave, useEndOfTurn, useSession } from './session/session-state.ts';
import { LiveRegion } from './ui/spoken.tsx';
import { Skeleton } from './ui/states.tsx';
import { Toasts } from './ui/toast.tsx';

const WayIn = lazy(async () => ({ default: (await import('./session/way-in.tsx')).WayIn }));
const SupportApp = lazy(async () => ({ default: (await import('./support/support-app.tsx')).SupportApp }));
const BrandApp = lazy(async () => ({ default: (await import('./seller/brand-app.tsx')).BrandApp }));

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Suspense fallback={<Loading />}>
        <Door />
      </Suspense>
      <Toasts />
      <LiveRegion />
    </QueryClientProvider>
  );
}

function Door() {
  const session = useSession();
  useEndOfTurn(session.data);
  if (session.data === undefined)
    return session.error ? (
      <main className={styles.waiting}>
        <Unread error={session.error} onRetry={session.refetch} />
      </main>
    ) : (
      <Loading />
    );
  return session.data === null ? <WayIn session={null} /> : <SignedIn session={session.data} />;
}

function SignedIn({ session }: { readonly session: Session }) {
  const [path] = useLocation();
  const support = path.startsWith('/suporte');
  if (session.kind === 'support')
    return support ? (
      <SupportApp session={session} onSignOut={() => void leave()} />
    ) : (
      <Redirect to="/suporte" replace />
    );
  if (support) return <Redirect to="/" replace />;
  if (session.person === null) return <WayIn session={session} />;
  if (session.person.role === 'brand_manager') return <BrandApp session={session} person={session.person} />;
  return <SellerApp session={session} person={session.person} />;
}

function Loading() {
  const t = useWords();
  return (
    <main className={styles.waiting}>
      <Skeleton label={t.app.loading} />
    </main>
  );
}
