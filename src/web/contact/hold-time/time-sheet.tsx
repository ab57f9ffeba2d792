/** The sheet "Outro horário": a day and a time on the store's clock. The server decides, and a refusal names the next possible time. */
import { useId, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { clockMinute } from '#rules/time/ring.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { typedInstant } from '#web/shell/time/typed-instant.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Chip, Choices } from '#web/ui/forms/chip.tsx';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { TimeField } from '#web/ui/forms/time-field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { dateOn, timeOn } from '#words/core/format.ts';
import { DayStrip } from './day-strip.tsx';
import { type Days, offeredDays, offeredTimes, openOn, quietOn, whyNotHeld } from './hold-times.ts';
import { nextOpening } from './store-hours.ts';
import type { TimeFault } from './time-fault.ts';

export interface TimeSheetProps {
  /** The time that is chosen at first: the hold's own time, or the one that was offered. */
  readonly start: Instant;
  readonly fault: TimeFault | null;
  readonly busy?: boolean;
  /** The button's label: "Deixar pronta para amanhã, 10:07", or "Mudar para …". */
  readonly label: (when: string) => string;
  readonly onPick: (at: Instant) => void;
  readonly onBack: () => void;
}

export function TimeSheet({ start, fault, busy = false, label, onPick, onBack }: TimeSheetProps) {
  const t = useWords();
  const h = useHoldWords();
  const say = useTimeText();
  const { zone, now, session, hours } = useShop();
  const store = session.store?.hours ?? [];
  const known = { hours, store, zone, now };
  const [{ date, time }, setChosen] = useState(() => firstChoice(start, known));
  // The server's fault is about the requested time and disappears with the first change.
  const [judged, setJudged] = useState(fault);
  const [seen, setSeen] = useState(fault);
  if (fault !== seen) {
    setSeen(fault);
    setJudged(fault);
  }

  const clock = readClock(time);
  const at = clock === null ? null : typedInstant(date, clock, zone);
  const next = judged?.kind === 'quiet' ? judged.next : null;
  const wrong = clock === null ? 'missing' : whyNotHeld(known, date, clock);
  const change = (to: { readonly date?: string; readonly time?: string }) => {
    setChosen({ date, time, ...to });
    setJudged(null);
  };
  const isKeepable = wrong === null && judged === null;
  const suggested = isKeepable && clock !== null ? openingAfter(known, date, clock) : null;
  const form = useId();
  const pick = () => {
    // A time that the server just refused is not sent again: the sheet offers the next possible one.
    if (busy || next !== null || wrong !== null || at === null) return;
    onPick(at);
  };

  return (
    <Sheet
      title={h.time.title}
      onBack={onBack}
      stay
      actions={
        <>
          {next === null ? (
            <Button type="submit" form={form} tone="lamp" wide busy={busy} disabled={wrong !== null}>
              {at === null || wrong !== null ? h.time.choose : label(say.when(at))}
            </Button>
          ) : (
            <Button tone="lamp" wide firstFocus busy={busy} onClick={() => onPick(next)}>
              {h.time.use(say.when(next))}
            </Button>
          )}
          <ActionRow>
            <Button onClick={onBack}>{t.app.back}</Button>
          </ActionRow>
        </>
      }
    >
      <form
        id={form}
        className={styles.asked}
        onSubmit={(event) => {
          event.preventDefault();
          pick();
        }}
      >
        <DayAndTime known={known} date={date} time={time} onChange={change} />
        <DayStrip
          quiet={quietOn(known, date)}
          open={openOn(known, date)}
          chosen={clock === null ? null : clockMinute(clock)}
        />
      </form>
      {session.store && <p className={styles.soft}>{h.time.clock(session.store.city)}</p>}
      <div role="status">
        {suggested !== null && clock !== null && <ClosedHint date={date} clock={clock} suggested={suggested} />}
      </div>
      {suggested !== null && (
        <Button wide busy={busy} onClick={() => busy || onPick(suggested)}>
          {h.time.use(say.when(suggested))}
        </Button>
      )}
      <Faults wrong={wrong} judged={judged} />
    </Sheet>
  );
}

interface DayAndTimeProps {
  readonly known: Days;
  readonly date: string;
  readonly time: string;
  readonly onChange: (to: { readonly date?: string; readonly time?: string }) => void;
}

function DayAndTime({ known, date, time, onChange }: DayAndTimeProps) {
  const h = useHoldWords();
  const say = useTimeText();
  const clock = readClock(time);
  const days = offeredDays(known);
  const shownDays = days.includes(date) ? days : [...days, date].toSorted();
  const times = offeredTimes(known, date);
  return (
    <>
      <Choices
        legend={h.time.day}
        choices={shownDays.map((on) => ({ value: on, label: say.day(on) }))}
        value={date}
        onChange={(on) => onChange({ date: on })}
      />
      <div className={styles.time}>
        <TimeField label={h.time.time} value={time} onChange={(typed) => onChange({ time: typed })} />
        {times.length > 0 && (
          <fieldset className={styles.quick}>
            <legend>{h.time.quick}</legend>
            {times.map((offered) => (
              <Chip key={offered} on={clock === offered} onToggle={() => onChange({ time: offered })}>
                {offered}
              </Chip>
            ))}
          </fieldset>
        )}
      </div>
    </>
  );
}

interface FaultsProps {
  /** What this screen finds wrong with the chosen time. */
  readonly wrong: 'missing' | 'skipped' | 'past' | 'quiet' | null;
  /** What the server found wrong with the requested time. */
  readonly judged: TimeFault | null;
}

function Faults({ wrong, judged }: FaultsProps) {
  const h = useHoldWords();
  const say = useTimeText();
  const said = { missing: h.time.missing, skipped: h.time.skipped, past: h.time.past, quiet: h.time.inQuiet };
  const next = judged?.kind === 'quiet' ? judged.next : null;
  return (
    <div className={styles.fault} role="alert">
      {wrong !== null && <p>{said[wrong]}</p>}
      {judged?.kind === 'quiet' && <p>{next === null ? h.time.quietNone : h.time.quiet(say.when(next))}</p>}
      {judged?.kind === 'other' && <p>{judged.sentence}</p>}
    </div>
  );
}

/** Returns the hold's own or the offered time where it is possible; else the first time that is offered. */
function firstChoice(start: Instant, days: Days): { date: string; time: string } {
  const [date, time] = [dateOn(start, days.zone), timeOn(start, days.zone)];
  if (whyNotHeld(days, date, time) === null) return { date, time };
  const on = offeredDays(days)[0] ?? date;
  return { date: on, time: offeredTimes(days, on)[0] ?? time };
}

/** Returns when the store opens next, where it is closed at that time and the message can be held until then; else null. */
function openingAfter(days: Days, date: string, clock: string): Instant | null {
  const opening = nextOpening(days.store, date, clock);
  if (opening === null || whyNotHeld(days, opening.date, opening.time) !== null) return null;
  return typedInstant(opening.date, opening.time, days.zone);
}

interface ClosedHintProps {
  readonly date: string;
  readonly clock: string;
  readonly suggested: Instant;
}

/** Says that the store is closed at that time; nothing is refused for it. */
function ClosedHint({ date, clock, suggested }: ClosedHintProps) {
  const h = useHoldWords();
  const say = useTimeText();
  const { session } = useShop();
  const opening = nextOpening(session.store?.hours ?? [], date, clock);
  if (opening === null) return null;
  const at = say.when(suggested);
  return (
    <p className={styles.hint}>{opening.date === date ? h.time.closed(opening.time, at) : h.time.closedThen(at)}</p>
  );
}
