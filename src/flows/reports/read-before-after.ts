/**
 * Reads the weeks before and after a version of the quiet hours took effect, with intervals, and says of each measure
 * whether the weeks differ (decision 0061).
 */
import type { Db } from '#db/core/db.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { findFirstAttempt, findFirstFigures } from '#db/reports/report-days.ts';
import type { Policy } from '#rules/policy/policy.ts';
import type { Timeline, VersionSpan } from '#rules/policy/timeline.ts';
import {
  type CutDates,
  comparedWeeks,
  cutDates,
  type DateSpan,
  quietWeekHours,
  type WeekHour,
  weekHour,
} from '#rules/reports/compared-weeks.ts';
import {
  type Estimate,
  estimateDifference,
  estimateRate,
  estimateShare,
  type Verdict,
  verdictOf,
} from '#rules/reports/estimates.ts';
import type { SomeFigures } from '#rules/reports/figures.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { EVENING_HOUR } from './live-figures.ts';
import { readFigures } from './period-figures.ts';
import type { PanoramaDeps, PeriodWish } from './read-panorama.ts';
import { readFrame } from './report-frame.ts';

export interface BeforeAfterWish extends PeriodWish {
  /** The version whose start is the cut; null: the newest that took effect, which at first is the activation. */
  readonly version: number | null;
}

/** `contacts`: per day. The others are shares of the contacts. `late`: in the hours that the version keeps quiet. */
export const MEASURES = ['late', 'outside', 'stopped', 'answered', 'contacts'] as const;
export type Measure = (typeof MEASURES)[number];

export interface MeasuredValue {
  readonly part: number;
  /** Contacts, or days for `contacts`. */
  readonly of: number;
  /** Null where there is nothing to share. */
  readonly estimate: Estimate | null;
}

export interface MeasuredWeek extends MeasuredValue {
  readonly from: string;
  readonly to: string;
  readonly isAfter: boolean;
}

export interface ComparedMeasure {
  readonly measure: Measure;
  readonly weeks: readonly MeasuredWeek[];
  readonly before: MeasuredValue;
  readonly after: MeasuredValue;
  readonly difference: Estimate | null;
  /** Null for `contacts`: their number also depends on team and season. */
  readonly verdict: Verdict | null;
}

export interface BeforeAfterRead {
  /** The versions that took effect, newest first. */
  readonly versions: readonly { readonly version: number; readonly startsAt: Instant; readonly policy: Policy }[];
  readonly cut: { readonly version: number; readonly at: Instant; readonly isActivation: boolean } | null;
  /** `no_version`: the brand never had quiet hours. `no_before`, `no_after`: no whole week with contacts on that side. */
  readonly state: 'compared' | 'no_version' | 'no_before' | 'no_after';
  readonly measures: readonly ComparedMeasure[];
}

/** The weeks on each side where no dates are asked for, and the most that are read at all. */
const USUAL_WEEKS = 8;
const MOST_WEEKS = 26;

/** Reads the comparison; null where the brand, the store or the version does not exist. `unusable`: dates in the wrong order. */
export function readBeforeAfter(
  { db, timelines }: PanoramaDeps,
  brandId: string,
  wish: BeforeAfterWish,
  now: Instant,
): Promise<BeforeAfterRead | null | 'unusable'> {
  return db.read(brandId, async (reads) => {
    const [first, last] = [dayNumber(wish.from ?? wish.to), dayNumber(wish.to ?? wish.from)];
    if (first !== null && last !== null && first > last) return 'unusable';
    const [place] = await reads.run(readPlace, { brandId, storeId: null });
    if (!place) return null;
    const { timeline } = await timelines.at(reads, brandId, place.revision);
    const started = timeline.versions.filter(({ start }) => start <= now);
    const versions = started
      .map(({ version, start: startsAt, policy }) => ({ version, startsAt, policy }))
      .toReversed();
    const index =
      wish.version === null ? started.length - 1 : started.findIndex(({ version }) => version === wish.version);
    const span = started[index];
    const nothing = { versions, cut: null, state: 'no_version', measures: [] } as const;
    if (span === undefined) return wish.version === null ? nothing : null;

    const zones = [...new Set([place.brandZone, ...place.storeZones])].filter((zone) => zoneFault(zone) === null);
    const cut = cutDates(zones, span.start);
    const within = {
      first: Math.max(
        first ?? Number.NEGATIVE_INFINITY,
        startOf(zones, started[index - 1]),
        await firstDate(reads, brandId, zones),
      ),
      last: Math.min(
        last ?? Number.POSITIVE_INFINITY,
        endOf(zones, timeline, span),
        ...zones.map((zone) => localDay(zone, now) - 1),
      ),
    };
    const weeks = comparedWeeks(cut, within, first === null ? USUAL_WEEKS : MOST_WEEKS);
    const read = { versions, cut: { version: span.version, at: span.start, isActivation: index === 0 } };
    const counted = await countWeeks({ reads, timelines, brandId, wish, now }, [...weeks.before, ...weeks.after], {
      cut,
      quiet: quietWeekHours(span.policy),
    });
    if (counted === null) return null;
    const isEmpty = (side: boolean) => !counted.some(({ isAfter, sent }) => isAfter === side && sent > 0);
    if (isEmpty(false)) return { ...read, state: 'no_before', measures: [] };
    if (isEmpty(true)) return { ...read, state: 'no_after', measures: [] };
    return { ...read, state: 'compared', measures: MEASURES.map((measure) => compare(measure, counted)) };
  });
}

function dayNumber(date: string | null): EpochDay | null {
  return date === null ? null : dayOf(date);
}

/** Returns the first date on which the version before the cut was in force all day. Without such a version any date counts. */
function startOf(zones: readonly string[], span: VersionSpan | undefined): EpochDay {
  if (span === undefined || !Number.isFinite(span.start)) return Number.NEGATIVE_INFINITY;
  return cutDates(zones, span.start).after;
}

/** Returns the last date before the next version. */
function endOf(zones: readonly string[], { versions }: Timeline, { version }: VersionSpan): EpochDay {
  const next = versions[versions.findIndex((each) => each.version === version) + 1];
  return next === undefined ? Number.POSITIVE_INFINITY : cutDates(zones, next.start).before;
}

/** Finds the first date that can have figures. A brand's first date may have begun before its first contact was possible. */
async function firstDate(reads: Db, brandId: string, zones: readonly string[]): Promise<EpochDay> {
  const [[stored], [attempt]] = await Promise.all([
    reads.run(findFirstFigures, { brandId }),
    reads.run(findFirstAttempt, { brandId }),
  ]);
  const at = attempt?.at ?? null;
  const ofAttempt = at === null ? Number.POSITIVE_INFINITY : Math.max(...zones.map((zone) => localDay(zone, at)));
  return Math.min(dayNumber(stored?.on ?? null) ?? Number.POSITIVE_INFINITY, ofAttempt);
}

/** The sums of one week that the measures are made of. */
interface CountedWeek extends DateSpan {
  readonly isAfter: boolean;
  sent: number;
  late: number;
  outside: number;
  stopped: number;
  answered: number;
}

interface CountDeps extends Pick<PanoramaDeps, 'timelines'> {
  readonly reads: Db;
  readonly brandId: string;
  readonly wish: BeforeAfterWish;
  readonly now: Instant;
}

/** Counts the weeks; null where the store does not exist. */
async function countWeeks(
  { reads, timelines, brandId, wish, now }: CountDeps,
  weeks: readonly DateSpan[],
  { cut, quiet }: { readonly cut: CutDates; readonly quiet: ReadonlySet<WeekHour> },
): Promise<readonly CountedWeek[] | null> {
  const counted: readonly CountedWeek[] = weeks.map((week) => {
    return { ...week, isAfter: week.first >= cut.after, sent: 0, late: 0, outside: 0, stopped: 0, answered: 0 };
  });
  const dates = { first: weeks[0]?.first ?? cut.after, last: weeks.at(-1)?.last ?? cut.after };
  const frame = await readFrame(reads, timelines, { brandId, storeId: wish.storeId }, () => dates);
  if (frame === null || weeks.length === 0) return frame === null ? null : [];
  const hour = (on: string, ofHour: number, figures: SomeFigures) => {
    const day = dayOf(on) as EpochDay;
    const week = counted.find(({ first, last }) => first <= day && day <= last);
    if (week === undefined || ofHour === EVENING_HOUR) return;
    const { sent = 0, outsideHours = 0, stopped = 0, answered = 0 } = figures;
    week.sent += sent;
    week.late += quiet.has(weekHour(day, ofHour)) ? sent : 0;
    week.outside += outsideHours;
    week.stopped += stopped;
    week.answered += answered;
  };
  const ignore = () => {};
  const asked = { brandId, sellerId: wish.sellerId, bySeller: false, now };
  await readFigures(reads, frame, asked, { hour, store: ignore, seller: ignore });
  return counted;
}

function compare(measure: Measure, counted: readonly CountedWeek[]): ComparedMeasure {
  const sideOf = (isAfter: boolean) => counted.filter((week) => week.isAfter === isAfter);
  const [before, after] = [measuredIn(measure, sideOf(false)), measuredIn(measure, sideOf(true))];
  const [low, high] = [before.estimate, after.estimate];
  const difference = low === null || high === null ? null : estimateDifference(low, high);
  const sides = [sideOf(false), sideOf(true)].map((weeks) => {
    return { contacts: weeks.reduce((sum, { sent }) => sum + sent, 0), weeks: weeks.length };
  });
  return {
    measure,
    weeks: counted.map((week) => ({
      from: dateText(week.first),
      to: dateText(week.last),
      isAfter: week.isAfter,
      ...measuredIn(measure, [week]),
    })),
    before,
    after,
    difference,
    verdict: measure === 'contacts' || difference === null ? null : verdictOf(difference, sides),
  };
}

function measuredIn(measure: Measure, weeks: readonly CountedWeek[]): MeasuredValue {
  const sum = (of: (week: CountedWeek) => number) => weeks.reduce((all, week) => all + of(week), 0);
  const sent = sum((week) => week.sent);
  if (measure !== 'contacts') {
    const part = sum((week) => week[measure]);
    return { part, of: sent, estimate: estimateShare(part, sent) };
  }
  const days = sum(({ first, last }) => last - first + 1);
  return { part: sent, of: days, estimate: estimateRate(sent, days) };
}
