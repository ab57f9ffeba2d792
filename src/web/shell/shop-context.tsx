/** Provides every screen of a signed-in person with the person, the store, the server's time and the quiet hours. */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Person, Session } from '#contract/sign-in/session.ts';
import type { Instant } from '#rules/time/interval.ts';
import { keys } from '#web/shell/api/keys.ts';
import { readQuietHours } from '#web/shell/api/quiet-hours.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { changesOf, instantOf, type Silence, silenceAt } from '#web/shell/quiet/silence.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { followQuiet } from '#web/shell/settings/theme.ts';
import { useServerNow } from '#web/shell/time/clock.ts';
import { serverClock } from '#web/shell/time/server-clock.ts';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { announce } from '#web/ui/notices/live-region.tsx';
import { dateOn, day, daysAway, timeOn, when } from '#words/core/format.ts';
import { sellerWords } from './seller-words.ts';

export interface Shop {
  readonly session: Session;
  readonly person: Person;
  /** The zone of the store, in which its times are shown. */
  readonly zone: string;
  /** The server's current time, renewed each minute. */
  readonly now: Instant;
  readonly hours: QuietHours;
  readonly silence: Silence;
}

const ShopContext = createContext<Shop | null>(null);

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('useShop was called outside a ShopProvider: render the screen inside one');
  return shop;
}

/** Returns functions that write instants in the reader's language, on the store's clock. "amanhã, 08:00" never breaks over two lines. */
export function useTimeText() {
  const { now, zone } = useShop();
  const language = useLanguage();
  return useMemo(() => {
    return {
      when: (instant: Instant, onClockOf = zone) => keepNumbers(when(language, instant, now, onClockOf)),
      time: (instant: Instant, onClockOf = zone) => timeOn(instant, onClockOf),
      day: (on: string) => day(language, on, dateOn(now, zone)),
      /**
       * Describes a past instant. An instant after the demo's current time, left from before the clock was moved back,
       * is shown as today.
       */
      ago: (instant: Instant) =>
        keepNumbers(daysAway(language, dateOn(Math.min(instant, now), zone), dateOn(now, zone))),
      /** The date on the store's clock, `YYYY-MM-DD`. */
      dateOf: (instant: Instant) => dateOn(instant, zone),
      today: dateOn(now, zone),
    };
  }, [language, now, zone]);
}

export interface ShopProviderProps extends Pick<Shop, 'session' | 'person'> {
  /** Whether the theme stays light: the brand's app never turns dark by itself; nor does the seller's app for a store manager. */
  readonly staysLight?: boolean;
  readonly children: ReactNode;
}

export function ShopProvider({ session, person, staysLight = false, children }: ShopProviderProps) {
  const { data: hours = session.quietHours } = useRead(keys.quietHours, readHoursAndTime, { everyMs: 5 * 60_000 });
  if (hours === null) throw new Error('GET /session returned a person without quiet hours: the contract requires them');
  const now = useServerNow(serverClock, changesOf(hours)) ?? instantOf(session.serverTime);
  const silence = useMemo(() => silenceAt(hours, now), [hours, now]);
  const zone = session.store?.zone ?? hours.zone;

  const outdated = silence.stale ? hours : null;
  useEffect(() => {
    if (outdated) void reads.invalidate(keys.quietHours);
  }, [outdated]);

  const quiet = staysLight || person.role !== 'seller' ? false : silence.quiet;
  useEffect(() => followQuiet(quiet), [quiet]);
  useAnnouncedChanges(silence, now, zone);

  const shop = useMemo(
    () => ({ session, person, zone, now, hours, silence }),
    [session, person, zone, now, hours, silence],
  );
  return <ShopContext value={shop}>{children}</ShopContext>;
}

async function readHoursAndTime(signal: AbortSignal): Promise<QuietHours> {
  const askedAt = performance.now();
  const hours = await readQuietHours(signal);
  serverClock.set({ now: instantOf(hours.serverTime), ticking: hours.ticking }, askedAt, performance.now());
  return hours;
}

/** Announces each start and end of quiet hours that comes while the screen is open, and not the state when it opens. */
function useAnnouncedChanges(silence: Silence, now: Instant, zone: string): void {
  const before = useRef<boolean | null>(null);
  const language = useLanguage();
  useEffect(() => {
    const hasChanged = before.current !== null && before.current !== silence.quiet;
    before.current = silence.quiet;
    if (!hasChanged) return;
    const { began, ended } = sellerWords.now().quiet;
    const until = silence.until;
    announce(silence.quiet ? began(until === null ? null : when(language, until, now, zone)) : ended);
  }, [silence, now, zone, language]);
}
