/** Shows support where a person of a brand is signed in, and ends these sessions. The brand reads both in the support access log. */
import { type AccountSession, findAccountOfPerson, listAccountSessions } from '#db/sign-in/account/account-sessions.ts';
import { endTurnsOfPerson } from '#db/sign-in/account/person-turns.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { insertSupportAccess } from '#db/support/support-access-log.ts';
import type { SupportActor } from '#flows/people/identify-caller.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { endAllSessions, endOneSession, type OwnSessionsDeps } from './own-sessions.ts';

export interface PersonSessionsDeps extends OwnSessionsDeps {
  readonly newId: () => string;
}

interface PersonOfBrand {
  readonly brandId: string;
  readonly personId: string;
}

/** Lists the sessions of the person's own account, none for a person without one; null if the brand has no such person. */
export async function readPersonSessions(
  deps: PersonSessionsDeps,
  support: SupportActor,
  person: PersonOfBrand,
): Promise<readonly AccountSession[] | null> {
  const name = await readName(deps, person);
  if (name === null) return null;
  await logSupportAccess(deps, person.brandId, support, `sessions ${name}`);
  const accountId = await findAccountOfPerson(deps.auth, person);
  return accountId === null ? [] : listAccountSessions(deps.auth, accountId, deps.hostNow());
}

/**
 * Ends the sessions of the person's own account, and the person's turns on stores' devices; the stores stay signed in.
 * Returns false if the brand has no such person. The entry of the log and the end of the turns are one transaction.
 */
export async function endPersonSessions(
  deps: PersonSessionsDeps,
  { supportId, name: supportName }: SupportActor,
  person: PersonOfBrand,
): Promise<boolean> {
  const name = await readName(deps, person);
  if (name === null) return false;
  const { brandId } = person;
  const now = deps.hostNow();
  const entry = { brandId, id: deps.newId(), at: now, supportId, supportName, what: `sessions ended ${name}` };
  await deps.db.inBrand(brandId, async (tx) => {
    tx.send(insertSupportAccess, { ...entry, reason: null, attemptId: null, searched: null, unlessSince: null });
    tx.send(endTurnsOfPerson, { ...person, now });
  });
  const accountId = await findAccountOfPerson(deps.auth, person);
  if (accountId !== null) await endAllSessions(deps, { accountId, brandId });
  return true;
}

/**
 * Ends one session of the person's own account. Returns false if the brand has no such person, or the account no such
 * session. The entry of the log comes first, so that no session ends without it.
 */
export async function endPersonSession(
  deps: PersonSessionsDeps,
  support: SupportActor,
  person: PersonOfBrand,
  sessionId: string,
): Promise<boolean> {
  const name = await readName(deps, person);
  const accountId = name === null ? null : await findAccountOfPerson(deps.auth, person);
  if (accountId === null) return false;
  const sessions = await listAccountSessions(deps.auth, accountId, deps.hostNow());
  if (!sessions.some(({ id }) => id === sessionId)) return false;
  const { brandId } = person;
  await logSupportAccess(deps, brandId, support, `session ended ${name}`, { isAct: true });
  return endOneSession(deps, { accountId, brandId }, sessionId);
}

async function readName({ db }: PersonSessionsDeps, { brandId, personId }: PersonOfBrand): Promise<string | null> {
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  return person?.name ?? null;
}
