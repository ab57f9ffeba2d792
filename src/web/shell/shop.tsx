/** Where every screen of the seller's app stands: who is at it, in which store, at what time by the server, in which hours. */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Person, Session } from '#contract/sign-in/session.ts';
import type { Instant } from '#rules/time/interval.ts';
import { keys } from '#web/shell/api/keys.ts';
import { readQuietHours } from '#web/shell/api/quiet-hours.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { instantOf, type Silence, silenceAt, turnsOf } from '#web/shell/quiet/silence.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { followQuiet } from '#web/shell/settings/theme.ts';
import { useServerNow } from '#web/shell/time/clock.ts';
import { serverClock } from '#web/shell/time/server-clock.ts';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { announce } from '#web/ui/notices/spoken.tsx';
import { dateOn, day, daysAway, timeOn, when } from '#words/core/format.ts';
import { sellerWords } from './seller-words.ts';

export interface Shop {
  readonly session: Session;
  readonly person: Person;
  /** The store's clock: the reader's. */
  readonly zone: string;
  /** By the server's clock, renewed each minute. */
  readonly now: Instant;
  readonly hours: QuietHours;
  readonly silence: Silence;
}

const Here = createContext<Shop | null>(null);

export function useShop(): Shop {
  const shop = useContext(Here);
  if (shop === null) throw new Error('a screen of the seller stands outside the shop');
  return shop;
}

/** Instants in the reader's words, on the store's clock. "amanhã, 08:00" is never broken over two lines. */
export function useSay() {
  const { now, zone } = useShop();
  const language = useLanguage();
  return useMemo(() => {
    return {
      when: (instant: Instant, onClockOf = zone) => keepNumbers(when(language, instant, now, onClockOf)),
      time: (instant: Instant, onClockOf = zone) => timeOn(instant, onClockOf),
      day: (on: string) => day(language, on, dateOn(now, zone)),
      /** Of what has happened. Where the demo's clock was moved back before it, it reads as of today. */
      ago: (instant: Instant) =>
        keepNumbers(daysAway(language, dateOn(Math.min(instant, now), zone), dateOn(now, zone))),
      /** The date on the store's clock, `YYYY-MM-DD`. */
      dateOf: (instant: Instant) => dateOn(instant, zone),
      today: dateOn(now, zone),
    };
  }, [language, now, zone]);
}

export interface ShopProviderProps extends Pick<Shop, 'session' | 'person'> {
  /** The brand's view never turns dark by itself; a store manager's never does either, in the same app as the sellers'. */
  readonly steadyLight?: boolean;
  readonly children: ReactNode;
}

export function ShopProvider({ session, person, steadyLight = false, children }: ShopProviderProps) {
  const { data: hours = session.quietHours } = useRead(keys.quietHours, hearTime, { everyMs: 5 * 60_000 });
  if (hours === null) throw new Error('a person is signed in whose quiet hours the session does not carry');
  const now = useServerNow(serverClock, turnsOf(hours)) ?? instantOf(session.serverTime);
  const silence = useMemo(() => silenceAt(hours, now), [hours, now]);
  const zone = session.store?.zone ?? hours.zone;

  const outlived = silence.stale ? hours : null;
  useEffect(() => {
    if (outlived) void reads.invalidate(keys.quietHours);
  }, [outlived]);

  const quiet = steadyLight || person.role !== 'seller' ? false : silence.quiet;
  useEffect(() => followQuiet(quiet), [quiet]);
  useSpokenTurns(silence, now, zone);

  const shop = useMemo(
    () => ({ session, person, zone, now, hours, silence }),
    [session, person, zone, now, hours, silence],
  );
  return <Here value={shop}>{children}</Here>;
}

async function hearTime(signal: AbortSignal): Promise<QuietHours> {
  const askedAt = performance.now();
  const hours = await readQuietHours(signal);
  serverClock.set({ now: instantOf(hours.serverTime), ticking: hours.ticking }, askedAt, performance.now());
  return hours;
}

/** Said once at each start and end of a silence that comes while the screen is open, and not when it is opened. */
function useSpokenTurns(silence: Silence, now: Instant, zone: string): void {
  const before = useRef<boolean | null>(null);
  const language = useLanguage();
  useEffect(() => {
    const turned = before.current !== null && before.current !== silence.quiet;
    before.current = silence.quiet;
    if (!turned) return;
    const { began, ended } = sellerWords.now().quiet;
    const until = silence.until;
    announce(silence.quiet ? began(until === null ? null : when(language, until, now, zone)) : ended);
  }, [silence, now, zone, language]);
}
