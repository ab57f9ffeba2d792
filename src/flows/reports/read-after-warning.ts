/** Reads the contacts that went on after a warning: counted by reason, reading and what followed, and one by one. */

import { listReportPeople } from '#db/reports/report-stores.ts';
import {
  countSentAfterWarning,
  FOLLOWED,
  type Followed,
  listSentAfterWarning,
  type SentAfterWarningArgs,
  type SentAfterWarningGroup,
  type SentAfterWarningRow,
} from '#db/reports/sent-after-warning.ts';
import { type Page, type PageAsked, type Place, pageOf } from '#flows/core/list-page.ts';
import type { Because } from '#rules/contact/decision.ts';
import { mayRank } from '#rules/reports/day-spread.ts';
import { type Estimate, estimateShare } from '#rules/reports/estimates.ts';
import { addFigures, type FiguresSum, figuresSum, type SomeFigures } from '#rules/reports/figures.ts';
import { medianRead, readBands } from '#rules/reports/reading.ts';
import type { Instant } from '#rules/time/interval.ts';
import { readFigures } from './period-figures.ts';
import { readPages } from './read-pages.ts';
import { datesOf, isUnusable, type PanoramaDeps, type PeriodWish } from './read-panorama.ts';
import { timesOf } from './report-attempts.ts';
import { readFrame } from './report-frame.ts';

interface Counted {
  readonly warned: number;
  readonly turnedBack: number;
  readonly sent: number;
  readonly afterRefusal: number;
}

export interface AfterWarningRead extends Counted {
  readonly from: string;
  readonly to: string;
  readonly turnedBackShare: Estimate | null;
  readonly reasons: readonly { readonly because: Because | null; readonly contacts: number }[];
  readonly followedDay: Readonly<Record<Followed, number>>;
  readonly followedWeek: Readonly<Record<Followed, number>>;
  readonly readMedian: number | null;
  readonly readBands: readonly { readonly fromSeconds: number; readonly contacts: number }[];
  readonly stores: readonly ({ readonly id: string; readonly name: string } & Counted)[];
  readonly sellers: readonly ({ readonly id: string; readonly name: string } & Counted)[];
}

const ANY_TIME = { event: 'sent_after_warning', hour: null } as const;

/** From so many warnings on, the share of those that turned back says something. */
const LEAST_WARNED = 20;

/** Reads the report; null where the brand or the store does not exist. `unusable` as for the Panorama. */
export function readAfterWarning(
  { db, timelines }: PanoramaDeps,
  brandId: string,
  wish: PeriodWish,
  now: Instant,
): Promise<AfterWarningRead | null | 'unusable'> {
  return db.read(brandId, async (reads) => {
    if (isUnusable(wish)) return 'unusable';
    const frame = await readFrame(reads, timelines, { brandId, storeId: wish.storeId }, datesOf(wish, now));
    if (frame === null) return null;
    const sums = new Sums();
    const asked = { brandId, sellerId: wish.sellerId, bySeller: wish.storeId !== null, now };
    const { start: from, end: to, stores, times } = timesOf(frame.stores, ANY_TIME, now);
    const [groups, people] = await Promise.all([
      reads.run(countSentAfterWarning, { brandId, sellerId: wish.sellerId, from, to, stores, times, now }),
      wish.storeId === null ? [] : reads.run(listReportPeople, { brandId }),
      readFigures(reads, frame, asked, sums),
    ]);
    const days = frame.stores[0]?.days ?? [];
    return {
      from: days[0]?.on ?? '',
      to: days.at(-1)?.on ?? '',
      ...countedIn(sums.all),
      turnedBackShare: sums.all.warned < LEAST_WARNED ? null : estimateShare(sums.all.turnedBack, sums.all.warned),
      ...breakdownOf(groups),
      stores: frame.stores.map(({ store: { id, name } }) => ({ id, name, ...countedIn(sums.stores.get(id)) })),
      sellers: rankedSellers(people, sums.sellers),
    };
  });
}

/** Returns people, most contacts first. With fewer than 20 contacts of anybody who has some, nobody is named. */
function rankedSellers(
  people: readonly { readonly id: string; readonly name: string }[],
  sums: ReadonlyMap<string, FiguresSum>,
): AfterWarningRead['sellers'] {
  const found = people
    .map(({ id, name }) => ({ id, name, ...countedIn(sums.get(id)) }))
    .filter(({ sent }) => sent > 0)
    .toSorted((a, b) => b.sent - a.sent);
  return mayRank(found.map(({ sent }) => sent)) ? found : [];
}

class Sums {
  readonly all = figuresSum();
  readonly stores = new Map<string, FiguresSum>();
  readonly sellers = new Map<string, FiguresSum>();

  hour(_on: string, _hour: number, figures: SomeFigures): void {
    addFigures(this.all, figures);
  }

  store(id: string, figures: SomeFigures): void {
    addTo(this.stores, id, figures);
  }

  seller(id: string, figures: SomeFigures): void {
    addTo(this.sellers, id, figures);
  }
}

function addTo(sums: Map<string, FiguresSum>, id: string, figures: SomeFigures): void {
  const sum = sums.get(id) ?? figuresSum();
  addFigures(sum, figures);
  sums.set(id, sum);
}

function countedIn(figures: FiguresSum = figuresSum()): Counted {
  const { warned, turnedBack, sentAfterWarning: sent, sentAfterRefusal: afterRefusal } = figures;
  return { warned, turnedBack, sent, afterRefusal };
}

type Breakdown = Pick<AfterWarningRead, 'reasons' | 'followedDay' | 'followedWeek' | 'readMedian' | 'readBands'>;

function breakdownOf(groups: readonly SentAfterWarningGroup[]): Breakdown {
  const reasons = [...Map.groupBy(groups, ({ because }) => because)]
    .map(([because, ofReason]) => ({ because, contacts: contactsIn(ofReason) }))
    .toSorted((a, b) => b.contacts - a.contacts);
  const followed = (of: (group: SentAfterWarningGroup) => Followed) =>
    Object.fromEntries(
      FOLLOWED.map((each) => [each, contactsIn(groups.filter((group) => of(group) === each))]),
    ) as Record<Followed, number>;
  const reads = groups.flatMap(({ readSeconds: seconds, contacts }) =>
    seconds === null ? [] : [{ seconds, contacts }],
  );
  return {
    reasons,
    followedDay: followed(({ followedDay }) => followedDay),
    followedWeek: followed(({ followedWeek }) => followedWeek),
    readMedian: medianRead(reads),
    readBands: readBands(reads),
  };
}

function contactsIn(groups: readonly SentAfterWarningGroup[]): number {
  return groups.reduce((sum, { contacts }) => sum + contacts, 0);
}

export type ContactAfterWarning = SentAfterWarningRow;

/** Reads one page of the contacts; null where the store does not exist. */
export function listAfterWarning(
  deps: PanoramaDeps,
  brandId: string,
  wish: PeriodWish,
  now: Instant,
  { after, limit }: PageAsked,
): Promise<Page<ContactAfterWarning> | null | 'unusable'> {
  return deps.db.read(brandId, async (reads) => {
    const args = await argsOf(deps, reads, brandId, wish, now);
    if (args === null || args === 'unusable') return args;
    const rows = await reads.run(listSentAfterWarning, { ...args, ...placeArgs(after), limit: limit + 1 });
    return pageOf(rows, limit, ({ eventAt }) => eventAt);
  });
}

/** Yields all contacts in pages, each read by itself, so that a slow reader keeps no transaction open. */
export async function exportAfterWarning(
  deps: PanoramaDeps,
  brandId: string,
  wish: PeriodWish,
  now: Instant,
): Promise<AsyncIterable<readonly ContactAfterWarning[]> | null | 'unusable'> {
  const args = await deps.db.read(brandId, (reads) => argsOf(deps, reads, brandId, wish, now));
  if (args === null || args === 'unusable') return args;
  return readPages((after, limit) =>
    deps.db.read(brandId, (reads) => reads.run(listSentAfterWarning, { ...args, ...placeArgs(after), limit })),
  );
}

async function argsOf(
  { timelines }: PanoramaDeps,
  reads: Parameters<typeof readFrame>[0],
  brandId: string,
  wish: PeriodWish,
  now: Instant,
): Promise<SentAfterWarningArgs | null | 'unusable'> {
  if (isUnusable(wish)) return 'unusable';
  const frame = await readFrame(reads, timelines, { brandId, storeId: wish.storeId }, datesOf(wish, now));
  if (frame === null) return null;
  const { start: from, end: to, stores, times } = timesOf(frame.stores, ANY_TIME, now);
  return { brandId, sellerId: wish.sellerId, from, to, stores, times, now };
}

function placeArgs(after: Place | null) {
  return { beforeAt: after?.at ?? null, beforeId: after?.id ?? null };
}
