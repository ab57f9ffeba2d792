/** Summarizes an ended week: three figures against the week before, and one thing to notice (decision 0064). */
import { type CountedWeek, hasData, haveSameEvenings, quietEvenings } from './counted-week.ts';
import { highlightOf, type WeekHighlight } from './week-highlight.ts';

/**
 * The figures of a week with quiet hours say whether the promise holds: contacts go on, evenings are free, and customers
 * are left in peace. Evenings worked are counted, and not evenings spared, because fewer sellers try in the evening once
 * the habit has changed.
 */
const QUIET_WEEK = ['sent', 'eveningsWorked', 'sentAfterWarning'] as const;
/** The figures of a week without any quiet evening, as of a brand on Starter. */
const OPEN_WEEK = ['sent', 'answered', 'outsideHours'] as const;

export const WEEK_FIGURES = [...QUIET_WEEK, 'answered', 'outsideHours'] as const;
export type WeekFigureName = (typeof WEEK_FIGURES)[number];

export interface WeekFigure {
  readonly figure: WeekFigureName;
  readonly now: number;
  /** The same figure of the week before; null: it cannot be compared. */
  readonly before: number | null;
}

export interface WeekSummary {
  /** Three figures. */
  readonly figures: readonly WeekFigure[];
  readonly highlight: WeekHighlight;
}

export function summarizeWeek(week: CountedWeek, before: CountedWeek): WeekSummary {
  const names = quietEvenings(week.stores) > 0 ? QUIET_WEEK : OPEN_WEEK;
  const figures = names.map((figure) => ({
    figure,
    now: week.figures[figure],
    before: isComparable(figure, week, before) ? before.figures[figure] : null,
  }));
  return { figures, highlight: highlightOf(week, before) };
}

function isComparable(figure: WeekFigureName, week: CountedWeek, before: CountedWeek): boolean {
  if (!hasData(before.figures)) return false;
  return !DEPEND_ON_QUIET.has(figure) || haveSameEvenings(week.stores, before.stores);
}

const DEPEND_ON_QUIET: ReadonlySet<WeekFigureName> = new Set(['eveningsWorked', 'sentAfterWarning']);
