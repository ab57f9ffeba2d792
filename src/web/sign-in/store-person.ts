/** A person of the store, as the device lists them before anyone signs in. */
import type { Session } from '#contract/sign-in/session.ts';

export type StorePerson = NonNullable<Session['people']>[number];
