/** The warnings of wrong PINs and passwords above the screens of the seller's app, in one file that is loaded where one is due. */
import { PasswordWarnings, type PasswordWarningsProps } from './account/password-warnings.tsx';
import { PinGuessing } from './pin-guessing.tsx';

export function SignInWarnings(props: PasswordWarningsProps) {
  return (
    <>
      <PinGuessing session={props.session} />
      <PasswordWarnings {...props} />
    </>
  );
}
