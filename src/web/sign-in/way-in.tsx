/** The sign-in: first the store's account, then the person who uses the device. */
import type { Session } from '#contract/sign-in/session.ts';
import { SignInScreen } from './sign-in-screen.tsx';
import { WhoScreen } from './who-screen.tsx';

/** `session`: a store's session without a person; null where nobody is signed in. */
export function WayIn({ session }: { readonly session: Session | null }) {
  return session === null ? <SignInScreen /> : <WhoScreen session={session} />;
}
