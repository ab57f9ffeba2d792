/** Shows today in each zone as a strip of 24 hours on the zone's own clock: quiet hours, open stores, and the current time. */
import { type CSSProperties, useEffect } from 'react';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Instant } from '#rules/time/interval.ts';
import { readZoneDaysAfresh, useZoneDays, type ZoneDay } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { MoonIcon, SunIcon } from '#web/ui/icons/more-icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { HourMarks } from '#web/ui/ring/hour-marks.tsx';
import { inBrand } from '#words/core/brand.ts';
import { dayStretches } from '#words/core/day-stretches.ts';
import { joinList } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import styles from './zones-card.module.css';

export function ZonesCard({ hours }: { readonly hours: QuietHours }) {
  const b = useBrandWords();
  const language = useLanguage();
  const { session, now } = useShop();
  const { data, error, again } = useZoneDays();
  const isOver = data?.zones.some(({ to }) => now >= instantOf(to)) ?? false;
  useEffect(() => {
    if (isOver) void readZoneDaysAfresh();
  }, [isOver]);
  if (data === undefined && error !== null) return <Unread error={error} onAgain={() => void again()} />;
  return (
    <Card>
      <h2>{session.brand ? b.page.zones(inBrand(language, session.brand)) : null}</h2>
      {data === undefined ? (
        <Skeleton label={b.loading} rows={2} />
      ) : (
        <>
          <ul className={styles.zones}>
            {data.zones.map((day) => (
              <Zone key={day.zone} day={day} hours={hours} />
            ))}
          </ul>
          <HourMarks />
          <ul className={styles.legend} aria-hidden="true">
            <li data-kind="quiet">{b.page.legend.quiet}</li>
            <li data-kind="open">{b.page.legend.open}</li>
            <li data-kind="now">{b.page.legend.now}</li>
          </ul>
        </>
      )}
    </Card>
  );
}

function Zone({ day, hours }: { readonly day: ZoneDay; readonly hours: QuietHours }) {
  const b = useBrandWords();
  const say = useTimeText();
  const language = useLanguage();
  const { now } = useShop();
  const { zone, stores } = day;
  const { quietNow, changesAt } = quietStateOf(zone, hours);
  const clock = (text: string) => say.time(instantOf(text), zone);
  const open = dayStretches(
    language,
    day.open.map(({ start, end }) => ({ start: clock(start), end: clock(end) })),
  );
  return (
    <li className={styles.zone}>
      <div className={styles.head}>
        <span className={styles.place}>
          <b>{cityOfZone(zone)}</b>{' '}
          <small>
            {b.page.stores(stores)} · {say.time(now, zone)}
            {changesAt !== null && ' · '}
            {changesAt !== null &&
              (quietNow ? b.page.until(say.time(changesAt, zone)) : b.page.next(say.time(changesAt, zone)))}
          </small>
        </span>
        <Tag tone={quietNow ? 'quiet' : 'plain'} icon={quietNow ? <MoonIcon size={14} /> : <SunIcon size={14} />}>
          {quietNow ? b.page.now : b.page.openNow}
        </Tag>
      </div>
      <Strip day={day} now={now} />
      <small className={styles.opening}>
        {day.storesWithHours === 0
          ? b.page.hoursUnknown
          : open.length === 0
            ? b.page.closedToday
            : b.page.openToday(joinList(language, open), stores)}
      </small>
    </li>
  );
}

function Strip({ day, now }: { readonly day: ZoneDay; readonly now: Instant }) {
  const [from, to] = [instantOf(day.from), instantOf(day.to)];
  const share = (instant: Instant) => (Math.min(Math.max(instant, from), to) - from) / (to - from);
  const place = ({ start, end }: ZoneDay['quiet'][number]): CSSProperties => ({
    left: `${share(instantOf(start)) * 100}%`,
    width: `${(share(instantOf(end)) - share(instantOf(start))) * 100}%`,
  });
  return (
    <div className={styles.strip} aria-hidden="true">
      {day.quiet.map((stretch) => (
        <span key={stretch.start} className={styles.quiet} style={place(stretch)} />
      ))}
      {day.open.map((stretch) => (
        <span key={stretch.start} className={styles.open} style={place(stretch)} />
      ))}
      <span className={styles.now} style={{ left: `${share(now) * 100}%` }} />
    </div>
  );
}

/** Returns the state of one zone. Where all stores share one zone, the answer lists no zones, and the brand's own state is the zone's. */
function quietStateOf(zone: string, hours: QuietHours): { quietNow: boolean; changesAt: Instant | null } {
  const known = hours.zones.find((each) => each.zone === zone);
  const quietNow = known?.quietNow ?? hours.quietNow;
  const until = known === undefined ? hours.quietUntil : known.until;
  const next = known === undefined ? hours.nextQuietAt : known.next;
  return { quietNow, changesAt: instantOf(quietNow ? until : next) };
}
