/** Who is signed in on this device, and the ways in and out of it. */
import { useEffect } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { onRefusal } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { endTurn, readSession, signOut } from '#web/shell/api/session.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { forgetKeptDay } from '#web/shell/offline/kept-day.ts';
import { closeNotices, forgetPush } from '#web/shell/offline/notices.ts';
import {
  clearDevice,
  forgetCustomers,
  isLeaving,
  isLocking,
  setLeaving,
  setLocking,
  setPausedPerson,
} from './device.ts';

/** `data`: the session, or null where nobody is signed in. */
export function useSession() {
  return useRead(keys.session, current, { freshMs: Number.POSITIVE_INFINITY });
}

/** Shows the screens of this session; null: the way in. */
export function setSession(session: Session | null): void {
  if (session?.person) setLocking(false);
  takeQuietHours(session);
  reads.set(keys.session, session);
}

export function refreshSession(): Promise<void> {
  return reads.invalidate(keys.session);
}

/** A pause: customers' data leave the screen, what was typed stays for this person's PIN. */
export function lock(personId: string): void {
  setPausedPerson(personId);
  setLocking(true);
  afterTurn();
}

/** Trocar: whoever comes next chooses a name. */
export function swap(): void {
  setPausedPerson(null);
  setLocking(true);
  afterTurn();
}

/** Sair: the store leaves the device, on the server too as soon as it hears. */
export async function leave(): Promise<void> {
  setLeaving(true);
  await clearDevice();
  void forgetPush().catch(() => undefined);
  // Before the way in is fetched: the answer has the browser drop what it is just fetching.
  const answer = await signOut();
  if (answer.kind !== 'lost') setLeaving(false);
  setSession(null);
}

/** A turn or session that ended on the server shows itself in some answer: then this device follows. */
export function useEndOfTurn(session: Session | null | undefined): void {
  const personId = session?.kind === 'store' ? session.person?.id : undefined;
  useEffect(
    () =>
      onRefusal((code) => {
        if (code === 'turn_needed' && personId !== undefined) {
          setPausedPerson(personId);
          afterTurn();
        }
        if (code === 'signed_out' && reads.peek(keys.session).data) {
          forgetCustomers();
          setSession(null);
        }
      }),
    [personId],
  );
}

async function current(signal: AbortSignal): Promise<Session | null> {
  if (isLeaving()) {
    const answer = await signOut();
    if (answer.kind === 'lost') return null;
    setLeaving(false);
  }
  // In this order: a turn that still stood when it was read would open the screen again.
  if (isLocking() && (await endTurn()).kind !== 'lost') setLocking(false);
  const session = await readSession(signal);
  takeQuietHours(session);
  if (!session?.person) void forgetKeptDay();
  return session && isLocking() ? { ...session, person: null, may: [], turnEndsAt: null } : session;
}

/** The session's answer carries the quiet hours, so that the first screen needs no second answer. */
function takeQuietHours(session: Session | null): void {
  if (session?.quietHours) reads.set(keys.quietHours, session.quietHours);
}

function afterTurn(): void {
  const session = reads.peek(keys.session).data as Session | null | undefined;
  if (session) setSession({ ...session, person: null, may: [], turnEndsAt: null });
  forgetCustomers();
  void closeNotices().catch(() => undefined);
  void refreshSession();
}
