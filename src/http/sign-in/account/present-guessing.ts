/** Builds the parts of a session's body that tell of wrong passwords. */
import type { Session } from '#contract/sign-in/session.ts';
import type { ToldPasswords } from '#flows/sign-in/account/password-guessing.ts';
import { instantText } from '#http/core/present.ts';

export function presentGuessing({ own, others }: ToldPasswords): Pick<Session, 'wrongPasswords' | 'passwordGuessing'> {
  return {
    ...(own && { wrongPasswords: { count: own.count, since: instantText(own.since) } }),
    ...(others && {
      passwordGuessing: others.map(({ accountId, account, count, since }) => ({
        ...{ accountId, account, count },
        since: instantText(since),
      })),
    }),
  };
}
