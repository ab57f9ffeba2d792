/** Who a request comes from: the account signed in, and the person who holds the device. Asked at every request. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { findCaller } from '#db/sign-in/callers.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { endSession, type OpenSession, prolongSession } from '#db/sign-in/sessions.ts';
import { findLiveTurn } from '#db/sign-in/turns.ts';
import { personRole } from '#rules/people/access.ts';
import type { Caller, PersonRole, Role } from '#rules/people/access-table.ts';
import { sessionEnd, worthProlonging } from '#rules/sign-in/session-life.ts';
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
  /** Null where the person is signed in by their own account. */
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
  /** Sessions and turns go by the host's clock, not the demo's. */
  readonly hostNow: () => Instant;
}

/** `actor: null`: a store's device that nobody holds; `turnEndsAt` and `prolonged` as of this request. */
export interface Asker {
  readonly session: OpenSession;
  readonly actor: Actor | null;
  readonly turnEndsAt: Instant | null;
  /** The session's end moved: its cookie may be given anew. */
  readonly prolonged: boolean;
}

/**
 * Null: nobody is signed in. `touching`: the request is the person's own doing, so session and turn last on; what a
 * screen asks by itself keeps nothing alive. One round trip, but where the session's end moves.
 */
export async function identifyCaller(
  deps: IdentifyCallerDeps,
  cookie: string | undefined,
  touching: boolean,
): Promise<Asker | null> {
  const token = cookie === undefined ? null : deps.accounts.tokenOf(cookie);
  if (token === null) return null;
  const now = deps.hostNow();
  const touchedUntil = touching ? now + TURN_IDLE_MS : null;
  const [caller] = await deps.db.runAlone(findCaller, { token, now, touchedUntil });
  if (!caller) return null;
  const session = sessionOf(caller);
  const held = holderOf(session, caller);
  if (held === 'gone') {
    await endSession(deps.auth, session.id);
    return null;
  }
  return { session, ...held, prolonged: touching && (await prolong(deps, session, now)) };
}

/** The same of a session that the caller has at hand. */
export async function askAs(deps: Pick<IdentifyCallerDeps, 'db' | 'hostNow'>, session: OpenSession): Promise<Asker> {
  const held = holderOf(session, await readHolder(deps, session));
  if (held === 'gone') throw new Error('The person left while signing in');
  return { session, ...held, prolonged: false };
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
  if (personId === null) throw new Error('A person’s account has a person');
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
  const { accountId, kind, email, brandId, storeId, deviceKey, beganAt, endsAt } = caller;
  return { id, accountId, kind, name, email, brandId, storeId, personId, deviceKey, beganAt, endsAt };
}

/** `gone`: the person of the account has left. */
function holderOf(session: OpenSession, holder: Holder): Pick<Asker, 'actor' | 'turnEndsAt'> | 'gone' {
  const { kind, brandId, id: sessionKey, accountId: supportId } = session;
  if (kind === 'support') {
    return { actor: { kind, supportId, name: session.name, sessionKey }, turnEndsAt: null };
  }
  if (brandId === null) throw new Error('An account of a brand has a brand');
  const { turnId, turnEndsAt, personId, personName, personStoreId } = holder;
  if (personId === null || personName === null) {
    return kind === 'person' ? 'gone' : { actor: null, turnEndsAt: null };
  }
  const storeId = kind === 'store' ? session.storeId : personStoreId;
  const who = {
    brandId,
    personId,
    name: personName,
    role: personRole(holder.personRole ?? ''),
    storeId,
    turnId,
    sessionKey,
  };
  return { actor: { kind: 'person', ...who }, turnEndsAt };
}

async function prolong(
  { auth }: IdentifyCallerDeps,
  { id, kind, beganAt, endsAt }: OpenSession,
  now: Instant,
): Promise<boolean> {
  const newEnd = sessionEnd(kind, beganAt, now);
  if (!worthProlonging(kind, endsAt, newEnd)) return false;
  await prolongSession(auth, id, now, newEnd);
  return true;
}

/** As what the table of operations knows this caller; `asker` null: nobody is signed in. */
export function callerOf(asker: Pick<Asker, 'actor'> | null): Caller {
  if (asker === null) return 'nobody';
  return asker.actor === null ? 'device' : roleOf(asker.actor);
}

export function roleOf(actor: Actor): Role {
  return actor.kind === 'support' ? 'support' : actor.role;
}
