/** Knows who is signed in on this device; locks, switches the person and signs out. */
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
  return useRead(keys.session, readCurrentSession, { freshMs: Number.POSITIVE_INFINITY });
}

/** Shows the screens of this session; null: the sign-in. */
export function setSession(session: Session | null): void {
  if (session?.person) setLocking(false);
  takeQuietHours(session);
  reads.set(keys.session, session);
}

export function refreshSession(): Promise<void> {
  return reads.invalidate(keys.session);
}

/** Pauses a turn: customer data leaves the screen, and drafts stay until the person enters the PIN. */
export function lock(personId: string): void {
  setPausedPerson(personId);
  setLocking(true);
  leaveTurn();
}

/** *Trocar*: ends the turn, and the next person chooses a name. */
export function endTurnForNext(): void {
  setPausedPerson(null);
  setLocking(true);
  leaveTurn();
}

/** *Sair*: signs the store out on the device, and on the server as soon as it can be reached. */
export async function leave(): Promise<void> {
  setLeaving(true);
  await clearDevice();
  void forgetPush().catch(() => undefined);
  // The screens of the person close at once: what somebody typed into them during a slow answer would be lost.
  reads.forget(keys.session);
  // The request is sent before the sign-in screen loads, because its answer makes the browser drop requests under way.
  const answer = await signOut();
  if (answer.kind !== 'lost') setLeaving(false);
  setSession(null);
}

/** Notices from any answer that the turn or session has ended on the server, and locks or signs out this device. */
export function useEndOfTurn(session: Session | null | undefined): void {
  const personId = session?.kind === 'store' ? session.person?.id : undefined;
  useEffect(
    () =>
      onRefusal((code) => {
        if (code === 'turn_needed' && personId !== undefined) {
          setPausedPerson(personId);
          leaveTurn();
        }
        if (code === 'second_factor_needed') void refreshSession();
        if (code === 'signed_out' && reads.peek(keys.session).data) {
          forgetCustomers();
          setSession(null);
        }
      }),
    [personId],
  );
}

async function readCurrentSession(signal: AbortSignal): Promise<Session | null> {
  if (isLeaving()) {
    const answer = await signOut();
    if (answer.kind === 'lost') return null;
    setLeaving(false);
  }
  // The turn must end first: if the session were read with the turn still open, the screens would open again.
  if (isLocking() && (await endTurn()).kind !== 'lost') setLocking(false);
  const session = await readSession(signal);
  takeQuietHours(session);
  if (!session?.person) void forgetKeptDay();
  return session && isLocking() ? { ...session, person: null, may: [], turnEndsAt: null } : session;
}

/** The session's answer contains the quiet hours, so that the first screen needs no second request. */
function takeQuietHours(session: Session | null): void {
  if (session?.quietHours) reads.set(keys.quietHours, session.quietHours);
}

function leaveTurn(): void {
  const session = reads.peek(keys.session).data as Session | null | undefined;
  if (session) setSession({ ...session, person: null, may: [], turnEndsAt: null });
  forgetCustomers();
  void closeNotices().catch(() => undefined);
  void refreshSession();
}
