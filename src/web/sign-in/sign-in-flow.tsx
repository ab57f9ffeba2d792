/** The sign-in: first the store's account, then the person who uses the device. */
import type { Session } from '#contract/sign-in/session.ts';
import { ChoosePersonScreen } from './choose-person-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

/** `session`: a store's session without a person; null where nobody is signed in. */
export function SignInFlow({ session }: { readonly session: Session | null }) {
  return session === null ? <SignInScreen /> : <ChoosePersonScreen session={session} />;
}
