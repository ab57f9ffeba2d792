/** The demo's bar over every screen: who to be, what time it is, what to try. Production never serves this file. */
import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import type { Instant } from '#rules/time/interval.ts';
import { useSession } from '#web/shell/session/session-state.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';
import { useServerNow } from '#web/shell/time/clock.ts';
import { serverClock } from '#web/shell/time/server-clock.ts';
import { typedInstant } from '#web/shell/time/typed-instant.ts';
import { SwapIcon } from '#web/ui/icons/more-icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { dateAfter, dateOn, timeOn, weekday } from '#words/core/format.ts';
import { ChipRow } from './chip-row.tsx';
import styles from './demo-bar.module.css';
import { DEMO_PEOPLE, type DemoPerson, moveClock, readClock, signInAs } from './demo-calls.ts';
import { useDemoWords } from './demo-words.ts';
import { type Morning, nextMorning } from './next-morning.ts';

const PUT_AWAY_KEY = 'oto.demo-bar-away';
const HOST_NOW = 'now';
const DAY_TIMES = ['19:59', '21:00'] as const;
/** The zone in which the bar shows times while nobody is signed in. */
const USUAL_ZONE = 'America/Sao_Paulo';

type Open = 'people' | 'clock' | 'tries' | null;

export function DemoBar() {
  const t = useDemoWords();
  const session = useSession().data ?? null;
  const [isHidden, setHidden] = useState(() => readStored(PUT_AWAY_KEY) === 'yes');
  const [open, setOpen] = useState<Open>(null);
  const [fault, setFault] = useState<string | null>(null);
  const bar = useRef<HTMLElement>(null);
  const now = useDemoNow();
  const zone = session?.store?.zone ?? session?.quietHours?.zone ?? USUAL_ZONE;
  useBarHeight(bar, isHidden);

  const setBarHidden = (next: boolean) => {
    setHidden(next);
    writeStored(PUT_AWAY_KEY, next ? 'yes' : 'no');
  };
  if (isHidden)
    return (
      <button type="button" className={styles.pill} aria-label={t.show} onClick={() => setBarHidden(false)}>
        demo
      </button>
    );
  const shown = { session, now, zone, setOpen, setFault };
  return (
    <aside ref={bar} className={styles.bar} aria-label={t.bar}>
      <div className={styles.row}>
        <ChipRow restsOn={open === 'clock'}>
          <People {...shown} open={open === 'people'} />
          <Clock {...shown} open={open === 'clock'} />
          <button
            type="button"
            className={styles.chip}
            aria-expanded={open === 'tries'}
            onClick={() => setOpen(open === 'tries' ? null : 'tries')}
          >
            {t.tries}
          </button>
        </ChipRow>
        <button type="button" className={styles.close} aria-label={t.hide} onClick={() => setBarHidden(true)}>
          ×
        </button>
      </div>
      {open === 'people' && session?.person && <PersonButtons {...shown} open />}
      {open === 'clock' && now !== null && <AnyTime {...shown} now={now} />}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {(open === 'tries' || session === null) && <Tries {...shown} />}
    </aside>
  );
}

interface PartProps {
  readonly session: Session | null;
  readonly now: Instant | null;
  readonly zone: string;
  readonly open?: boolean;
  readonly setOpen: (open: Open) => void;
  readonly setFault: (fault: string | null) => void;
}

function Tries({ now, zone, session }: PartProps) {
  const t = useDemoWords();
  const morning = useMorningText(now, zone, session);
  return (
    <ol className={styles.tries}>
      {t.lines(morning).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}

/** Signed out: the four people side by side. Signed in: the current person, and the others after one tap. */
function People(props: PartProps) {
  const t = useDemoWords();
  const { session, open, setOpen } = props;
  const person = session?.person ?? null;
  if (person === null) return <PersonButtons {...props} />;
  const name = person.name.split(' ')[0] ?? person.name;
  return (
    <button
      type="button"
      className={styles.chip}
      aria-expanded={open}
      aria-label={t.change(name)}
      onClick={() => setOpen(open ? null : 'people')}
    >
      {name}
      <SwapIcon size={16} />
    </button>
  );
}

function PersonButtons({ setOpen, setFault }: PartProps) {
  const t = useDemoWords();
  const [, go] = useLocation();
  const [busy, setBusy] = useState<DemoPerson | null>(null);
  const enter = async (as: DemoPerson) => {
    if (busy !== null) return;
    setBusy(as);
    setFault(null);
    const refused = await signInAs(as, () => go(as === 'sofia' ? '/suporte' : '/'));
    setBusy(null);
    setOpen(null);
    setFault(refused === 'lost' ? t.failed : refused);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.enterAs}</legend>
      {DEMO_PEOPLE.map((as) => (
        <button
          key={as}
          type="button"
          className={styles.chip}
          aria-busy={busy === as || undefined}
          onClick={() => void enter(as)}
        >
          {t.people[as][0]}
          <small>{t.people[as][1]}</small>
        </button>
      ))}
    </fieldset>
  );
}

/** Shows times of the demo's current day, on the store's clock. */
function Clock(props: PartProps) {
  const t = useDemoWords();
  const language = useLanguage();
  const { session, now, zone, open, setOpen } = props;
  const morningText = useMorningText(now, zone, session);
  const move = useMove(props);
  // The buttons keep their positions while the clock is not known yet.
  if (now === null) return <UnknownClock morning={morningText} />;
  const today = dateOn(now, zone);
  const morning = nextMorning(today, session?.store?.hours);
  const shown = `${weekday(language, today).slice(0, 3)} ${timeOn(now, zone)}`;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.unseen}>{t.clock(shown)}</legend>
      <button
        type="button"
        className={styles.time}
        aria-expanded={open}
        aria-label={`${t.clock(shown)}. ${t.other}`}
        onClick={() => setOpen(open ? null : 'clock')}
      >
        {shown}
      </button>
      <button type="button" className={styles.chip} onClick={() => void move(HOST_NOW)}>
        {t.now}
      </button>
      {DAY_TIMES.map((time) => (
        <button
          key={time}
          type="button"
          className={styles.chip}
          onClick={() => void move(typedInstant(today, time, zone))}
        >
          {time}
        </button>
      ))}
      <button
        type="button"
        className={styles.chip}
        onClick={() => void move(typedInstant(morning.date, morning.time, zone))}
      >
        {morningText}
      </button>
    </fieldset>
  );
}

/** Returns a function that moves the demo's clock; null stands for a time that the store's clock skips. */
function useMove({ setOpen, setFault }: Pick<PartProps, 'setOpen' | 'setFault'>) {
  const t = useDemoWords();
  return async (to: Instant | typeof HOST_NOW | null) => {
    setFault(null);
    if (to === null) return setFault(t.skipped);
    const moved = await moveClock(to === HOST_NOW ? Date.now() : to);
    setOpen(null);
    if (!moved) setFault(t.failed);
  };
}

/** Returns "amanhã 10:10", or "seg 10:10" where the store stays closed tomorrow. */
function useMorningText(now: Instant | null, zone: string, session: Session | null): string {
  const t = useDemoWords();
  const language = useLanguage();
  if (now === null) return t.tomorrow('10:10');
  const today = dateOn(now, zone);
  const { date, time }: Morning = nextMorning(today, session?.store?.hours);
  return date === dateAfter(today, 1) ? t.tomorrow(time) : `${weekday(language, date).slice(0, 3)} ${time}`;
}

/** Takes the same space as the clock and the times to choose from. */
function UnknownClock({ morning }: { readonly morning: string }) {
  const t = useDemoWords();
  return (
    <span className={styles.group} aria-hidden="true">
      {['', t.now, ...DAY_TIMES, morning].map((text) => (
        <span key={text} className={text === '' ? styles.time : styles.chip}>
          {text}
        </span>
      ))}
    </span>
  );
}

function AnyTime(props: PartProps & { readonly now: Instant }) {
  const t = useDemoWords();
  const id = useId();
  const { now, zone } = props;
  const [date, setDate] = useState(dateOn(now, zone));
  const [time, setTime] = useState(timeOn(now, zone));
  const move = useMove(props);
  const go = (event: FormEvent) => {
    event.preventDefault();
    void move(typedInstant(date, time, zone));
  };
  return (
    <form className={styles.any} onSubmit={go}>
      <label htmlFor={`${id}-date`}>{t.day}</label>
      <input id={`${id}-date`} type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
      <label htmlFor={`${id}-time`}>{t.time}</label>
      <input id={`${id}-time`} type="time" required value={time} onChange={(event) => setTime(event.target.value)} />
      <button type="submit" className={styles.chip}>
        {t.go}
      </button>
    </form>
  );
}

/** Returns the demo's clock. The server is asked once where no session has told the clock. */
function useDemoNow(): Instant | null {
  const now = useServerNow(serverClock);
  useEffect(() => {
    if (serverClock.now() === null) void readClock();
  }, []);
  return now;
}

/**
 * Sets `--bar`, the bar's height, which screens of full height subtract in their style sheets. The value is set before
 * the first paint, so that no screen is painted once without and once with the bar.
 */
function useBarHeight(bar: React.RefObject<HTMLElement | null>, isHidden: boolean): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const element = bar.current;
    if (isHidden || element === null) return undefined;
    const tellHeight = () => root.style.setProperty('--bar', `${element.offsetHeight}px`);
    tellHeight();
    const observer = new ResizeObserver(tellHeight);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--bar');
    };
  }, [bar, isHidden]);
}
