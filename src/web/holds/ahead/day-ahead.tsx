/** The card that shows the store's next day ahead: what becomes ready when, for whom, and what moves or ends. */
import { useId, useState } from 'react';
import type { Rehearsal } from '#contract/holds/rehearsal.ts';
import { PassAll } from '#web/holds/store/pass-all.tsx';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import styles from './day-ahead.module.css';
import { type DayAheadWords, useDayAheadWords } from './day-ahead-words.ts';
import { MinuteTable } from './minute-table.tsx';
import { ThinOutButton } from './thin-out-button.tsx';
import { useDayAhead } from './use-day-ahead.ts';

/** `leads`: the reader is the manager of the whole store. Shows nothing where nothing waits for the day. */
export function DayAhead({ leads }: { readonly leads: boolean }) {
  const { data, error, again } = useDayAhead();
  if (data === undefined) return error ? <Unread error={error} onRetry={again} /> : null;
  return data.total === 0 ? null : <Loaded day={data} leads={leads} />;
}

/** Begins with one line, so that the list below stays in view; the day itself opens with one tap. */
function Loaded({ day, leads }: { readonly day: Rehearsal; readonly leads: boolean }) {
  const t = useDayAheadWords();
  const say = useTimeText();
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  return (
    <Card>
      <section className={styles.card} aria-labelledby={titleId}>
        <h2 id={titleId}>{t.title(say.day(day.date))}</h2>
        <p>{keepNumbers(figuresOf(t, day, (at) => say.time(instantOf(at), day.store.zone)))}</p>
        {leads && <Team people={day.sellers.filter(needsCare)} title={null} />}
        <div className={styles.actions}>
          <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? t.close : t.open}
          </Button>
          <ThinOutButton day={day} />
        </div>
        {isOpen && <WholeDay day={day} leads={leads} />}
      </section>
    </Card>
  );
}

function WholeDay({ day, leads }: { readonly day: Rehearsal; readonly leads: boolean }) {
  const t = useDayAheadWords();
  const language = useLanguage();
  const captionId = useId();
  const hours = day.days[0]?.hours ?? [];
  return (
    <>
      <figure className={styles.figure} aria-labelledby={captionId}>
        <figcaption id={captionId} className={styles.soft}>
          {t.chart}
        </figcaption>
        <HourBars
          language={language}
          hours={hours.map((all, hour) => ({ all, marked: 0, shaded: day.quietByHour[hour] ?? 0 }))}
          even={null}
        />
        <ul className={styles.legend}>
          <li data-kind="ready">{t.legend.ready}</li>
          {day.quiet.length > 0 && <li data-kind="quiet">{t.legend.quiet}</li>}
        </ul>
      </figure>
      {leads && <Team people={day.sellers.filter((person) => person.count > 0 && !needsCare(person))} title={t.team} />}
      <MinuteTable day={day} named={leads} />
      <p className={styles.soft}>{t.assumes}</p>
      {!day.isWhole && <p className={styles.soft}>{t.notWhole}</p>}
    </>
  );
}

type Seller = Rehearsal['sellers'][number];

/** Whether the manager has something to do for this person's day: there is more than the person can send, or the person is away. */
function needsCare({ count, capacity, isAway }: Seller): boolean {
  return count > 0 && (isAway || count > capacity);
}

/** "12 mensagens ficam prontas entre 10:03 e 11:58 · 1 passa para outro dia". */
function figuresOf(t: DayAheadWords, { contacts }: Rehearsal, timeOf: (at: string) => string): string {
  const of = (kind: Rehearsal['contacts'][number]['kind']) => contacts.filter((contact) => contact.kind === kind);
  const [ready, moves, ends] = [of('ready'), of('moves'), of('ends')];
  const [first, last] = [ready[0], ready.at(-1)];
  return [
    first && last ? `${t.ready(ready.length)} ${t.between(timeOf(first.at), timeOf(last.at))}` : t.none,
    moves.length > 0 && t.moves(moves.length),
    ends.length > 0 && t.ends(ends.length),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The people of the store with what becomes ready for them, their capacity, and their days off. */
function Team({ people, title }: { readonly people: readonly Seller[]; readonly title: string | null }) {
  const t = useDayAheadWords();
  if (people.length === 0) return null;
  return (
    <section className={styles.team}>
      {title !== null && <h3>{title}</h3>}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span className={styles.person}>
              <b>{person.name}</b> {t.ready(person.count)}
              {!person.isAway && <span className={styles.soft}> · {t.capacity(person.capacity)}</span>}
            </span>
            {person.isAway && <Tag tone="warn">{t.away}</Tag>}
            {!person.isAway && person.count > person.capacity && <Tag tone="warn">{t.tooMany}</Tag>}
            {needsCare(person) && <PassAll from={person} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
