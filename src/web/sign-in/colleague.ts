/** A person of the store, as the device lists them before anyone signs in. */
import type { Session } from '#contract/sign-in/session.ts';

export type Colleague = NonNullable<Session['people']>[number];
