/** The way in: the store's account, then who is using it. */
import type { Session } from '#contract/sign-in/session.ts';
import { SignInScreen } from './sign-in-screen.tsx';
import { WhoScreen } from './who-screen.tsx';

/** `session`: a store's that nobody holds; null where nobody is signed in. */
export function WayIn({ session }: { readonly session: Session | null }) {
  return session === null ? <SignInScreen /> : <WhoScreen session={session} />;
}
