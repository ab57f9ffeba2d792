/**
 * Identifies the sender of a request: the account that is signed in, and the person who has the turn on the device.
 * This runs for every request.
 */
import type { Language } from '#contract/core/common.ts';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { readSettings } from '#db/people/settings.ts';
import { findCaller } from '#db/sign-in/callers.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { endSession, type OpenSession, prolongSession } from '#db/sign-in/sessions.ts';
import { findLiveTurn } from '#db/sign-in/turns.ts';
import { mayHaveAccount, personRole } from '#rules/people/access.ts';
import type { Caller, PersonRole, Role } from '#rules/people/access-table.ts';
import { isConfirmedAt, type SecondFactorState, secondFactorState } from '#rules/sign-in/second-factor.ts';
import { isWorthProlonging, sessionEnd } from '#rules/sign-in/session-life.ts';
import { TURN_IDLE_MS } from '#rules/sign-in/turn.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Accounts } from './accounts.ts';

export interface PersonActor {
  readonly kind: 'person';
  readonly brandId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  /** Null where the person is signed in with a personal account. */
  readonly turnId: string | null;
  readonly sessionKey: string;
}

export interface SupportActor {
  readonly kind: 'support';
  readonly supportId: string;
  readonly name: string;
  readonly sessionKey: string;
}

export type Actor = PersonActor | SupportActor;

export interface IdentifyCallerDeps {
  readonly auth: AuthDb;
  readonly db: Database;
  readonly accounts: Pick<Accounts, 'tokenOf'>;
  /** The host's clock, by which sessions and turns end. The demo cannot move it. */
  readonly hostNow: () => Instant;
  /** Whether this is the demo, which asks for no second factor and no confirmation. */
  readonly demo: boolean;
}

/**
 * The session with its actor. `actor` is null for a store's device on which nobody has the turn. `turnEndsAt` and
 * `prolonged` are values after this request.
 */
export interface Asker {
  readonly session: OpenSession;
  readonly actor: Actor | null;
  readonly turnEndsAt: Instant | null;
  /** Null: the account has no second factor, because it is a store's or the demo's. */
  readonly secondFactor: SecondFactorState | null;
  /** Whether some operations must ask for the password or a code again. */
  readonly isConfirmationDue: boolean;
  /** Whether the end of the session moved, so that its cookie may be set again. */
  readonly prolonged: boolean;
}

/**
 * Returns the caller; null where nobody is signed in. `touching` means that the person caused the request, so session
 * and turn are prolonged; requests that a screen sends by itself prolong nothing. This takes one round trip, and a
 * second one where the end of the session moves. Then the language of the request is stored for mails to the account.
 */
export async function identifyCaller(
  deps: IdentifyCallerDeps,
  cookie: string | undefined,
  { touching, language }: { readonly touching: boolean; readonly language: Language },
): Promise<Asker | null> {
  const token = cookie === undefined ? null : deps.accounts.tokenOf(cookie);
  if (token === null) return null;
  const now = deps.hostNow();
  const touchedUntil = touching ? now + TURN_IDLE_MS : null;
  const [caller] = await deps.db.runAlone(findCaller, { token, now, touchedUntil });
  if (!caller) return null;
  const session = sessionOf(caller);
  const identity = identityOf(session, caller);
  if (identity === 'gone') {
    await endSession(deps.auth, session.id);
    return null;
  }
  const { demo } = deps;
  return {
    session,
    ...identity,
    secondFactor: secondFactorState(session, caller.secondFactorRequired, demo),
    isConfirmationDue: !demo && session.kind !== 'store' && !isConfirmedAt(session.confirmedAt, now),
    prolonged: touching && (await prolong(deps, session, language, now)),
  };
}

/** Returns the same for a session that was just opened. */
export async function askAs(
  deps: Pick<IdentifyCallerDeps, 'db' | 'hostNow' | 'demo'>,
  session: OpenSession,
): Promise<Asker> {
  const identity = identityOf(session, await readHolder(deps, session));
  if (identity === 'gone') throw new Error('The person became inactive while signing in. Sign in again.');
  const secondFactor = secondFactorState(session, await isRequiredByBrand(deps, session), deps.demo);
  return { session, ...identity, secondFactor, isConfirmationDue: false, prolonged: false };
}

async function isRequiredByBrand(
  { db }: Pick<IdentifyCallerDeps, 'db'>,
  { kind, brandId }: OpenSession,
): Promise<boolean> {
  if (kind !== 'person' || brandId === null) return false;
  const [settings] = await db.read(brandId, (reads) => reads.run(readSettings, { brandId }));
  return settings?.secondFactorRequired ?? false;
}

async function readHolder(
  { db, hostNow }: Pick<IdentifyCallerDeps, 'db' | 'hostNow'>,
  { kind, brandId, personId, id: sessionId }: OpenSession,
): Promise<Holder> {
  if (brandId === null) return NOBODY;
  if (kind === 'store') {
    const [turn] = await db.read(brandId, (reads) => reads.run(findLiveTurn, { brandId, sessionId, now: hostNow() }));
    return turn ?? NOBODY;
  }
  if (personId === null) throw new Error('A personal account has no personId: its row in auth is damaged.');
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  if (!person?.active) return NOBODY;
  const { id, name, role, storeId } = person;
  return { ...NOBODY, personId: id, personName: name, personRole: role, personStoreId: storeId };
}

type FoundCaller = NonNullable<(typeof findCaller)['row']>;
type Holder = Pick<FoundCaller, 'turnId' | 'turnEndsAt' | 'personId' | 'personName' | 'personRole' | 'personStoreId'>;

const NOBODY: Holder = {
  turnId: null,
  turnEndsAt: null,
  personId: null,
  personName: null,
  personRole: null,
  personStoreId: null,
};

function sessionOf(caller: FoundCaller): OpenSession {
  const { sessionId: id, accountName: name, accountPersonId: personId } = caller;
  const { accountId, kind, email, brandId, storeId, deviceKey, beganAt, endsAt, hasSecondFactor, confirmedAt } = caller;
  const times = { beganAt, endsAt, confirmedAt };
  return { id, accountId, kind, name, email, brandId, storeId, personId, deviceKey, hasSecondFactor, ...times };
}

/** Returns the actor of a session; `gone` where the person of the account is no longer active, or has a role without an account. */
function identityOf(session: OpenSession, holder: Holder): Pick<Asker, 'actor' | 'turnEndsAt'> | 'gone' {
  const { kind, brandId, id: sessionKey, accountId: supportId } = session;
  if (kind === 'support') {
    return { actor: { kind, supportId, name: session.name, sessionKey }, turnEndsAt: null };
  }
  if (brandId === null)
    throw new Error('An account of a store or a person has no brandId: its row in auth is damaged.');
  const { turnId, turnEndsAt, personId, personName, personStoreId } = holder;
  if (personId === null || personName === null) {
    return kind === 'person' ? 'gone' : { actor: null, turnEndsAt: null };
  }
  const role = personRole(holder.personRole ?? '');
  if (kind === 'person' && !mayHaveAccount(role)) return 'gone';
  const storeId = kind === 'store' ? session.storeId : personStoreId;
  const who = {
    brandId,
    personId,
    name: personName,
    role,
    storeId,
    turnId,
    sessionKey,
  };
  return { actor: { kind: 'person', ...who }, turnEndsAt };
}

async function prolong(
  { auth }: IdentifyCallerDeps,
  session: OpenSession,
  language: Language,
  now: Instant,
): Promise<boolean> {
  const { kind, beganAt, endsAt } = session;
  const newEnd = sessionEnd(kind, beganAt, now);
  if (!isWorthProlonging(kind, endsAt, newEnd)) return false;
  await prolongSession(auth, session, { language, now, endsAt: newEnd });
  return true;
}

/** Returns the caller as the access table names it; `asker` null means that nobody is signed in. */
export function callerOf(asker: Pick<Asker, 'actor'> | null): Caller {
  if (asker === null) return 'nobody';
  return asker.actor === null ? 'device' : roleOf(asker.actor);
}

export function roleOf(actor: Actor): Role {
  return actor.kind === 'support' ? 'support' : actor.role;
}
