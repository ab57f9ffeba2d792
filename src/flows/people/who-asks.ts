/** Who a request comes from: the account signed in, and the person who holds the device. Asked at every request. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import { personOfBrand } from '#db/sign-in/session-view.ts';
import { endSession, findSession, type OpenSession, prolongSession } from '#db/sign-in/sessions.ts';
import { liveTurn, touchedTurn } from '#db/sign-in/turns.ts';
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

export interface WhoAsksDeps {
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
 * screen asks by itself keeps nothing alive. One read of each database; a touch is that same statement, as a write.
 */
export async function whoAsks(deps: WhoAsksDeps, cookie: string | undefined, touching: boolean): Promise<Asker | null> {
  const token = cookie === undefined ? null : deps.accounts.tokenOf(cookie);
  if (token === null) return null;
  const now = deps.hostNow();
  const session = await findSession(deps.auth, token, now);
  if (!session) return null;
  const held = await holderOf(deps.db, session, now, touching);
  if (held === 'gone') {
    await endSession(deps.auth, session.id);
    return null;
  }
  return { session, ...held, prolonged: touching && (await prolong(deps, session, now)) };
}

/** The same of a session just opened. */
export async function askAs(deps: Pick<WhoAsksDeps, 'db' | 'hostNow'>, session: OpenSession): Promise<Asker> {
  const held = await holderOf(deps.db, session, deps.hostNow(), false);
  if (held === 'gone') throw new Error('The person left while signing in');
  return { session, ...held, prolonged: false };
}

type Held = Pick<Asker, 'actor' | 'turnEndsAt'>;

async function holderOf(db: Database, session: OpenSession, now: Instant, touching: boolean): Promise<Held | 'gone'> {
  const { kind, brandId, storeId, personId, id: sessionKey, accountId: supportId, name } = session;
  if (kind === 'support') return { actor: { kind, supportId, name, sessionKey }, turnEndsAt: null };
  if (brandId === null) throw new Error('An account of a brand has a brand');

  if (kind === 'store' && storeId !== null) {
    const turn = await turnOf(db, brandId, sessionKey, now, touching);
    if (!turn) return { actor: null, turnEndsAt: null };
    const { turnId, personId, name, role, endsAt } = turn;
    const actor = {
      kind: 'person',
      brandId,
      personId,
      name,
      role: personRole(role),
      storeId,
      turnId,
      sessionKey,
    } as const;
    return { actor, turnEndsAt: endsAt };
  }

  if (personId === null) throw new Error('A person’s account has a person');
  const [person] = await db.read(brandId, (reads) => reads.run(personOfBrand, { brandId, personId }));
  if (!person?.active) return 'gone';
  return {
    actor: {
      kind: 'person',
      brandId,
      personId,
      name: person.name,
      role: personRole(person.role),
      storeId: person.storeId,
      turnId: null,
      sessionKey,
    },
    turnEndsAt: null,
  };
}

async function turnOf(db: Database, brandId: string, sessionId: string, now: Instant, touching: boolean) {
  const [turn] = touching
    ? await db.inBrand(brandId, (tx) => tx.run(touchedTurn, { brandId, sessionId, now, endsAt: now + TURN_IDLE_MS }))
    : await db.read(brandId, (reads) => reads.run(liveTurn, { brandId, sessionId, now }));
  return turn;
}

async function prolong(
  { auth }: WhoAsksDeps,
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
