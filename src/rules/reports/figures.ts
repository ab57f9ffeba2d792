/**
 * Lists the figures of the reports. Each figure counts attempts, each attempt at most once, at one instant, in one store
 * and for one seller: so the figures of hours, days, stores and sellers can be added up (decision 0057).
 */

export const FIGURES = [
  /** Attempts, at their beginning. */
  'attempts',
  /** Attempts that `decide` allowed for a person, at the first permission. */
  'allowed',
  /** Attempts refused because of quiet hours or held for later, at the first of these. */
  'putOff',
  /** Attempts with a warning, at the first one. */
  'warned',
  /** The part of `warned` that was not sent after the warning, or was undone. */
  'turnedBack',
  /** Attempts held for later, at the first time. */
  'held',
  /** Contacts: hand-overs that are not undone. */
  'sent',
  /** The part of `sent` that went on after a warning. */
  'sentAfterWarning',
  /** The part of `sentAfterWarning` whose seller had been refused for the same customer in the same quiet time. */
  'sentAfterRefusal',
  /** The part of `sent` of which the seller says that the customer talked or bought. */
  'answered',
  /** The part of `sent` of which the seller says that the customer bought. */
  'sold',
  /** The part of `sent` of which the seller says that no answer came. */
  'noAnswer',
  /** The part of `sent` after which the customer asked for no more messages, as the seller says. */
  'stopped',
  /** The part of `sent` that went to a wrong number, as the seller says. */
  'wrongNumber',
  /** The part of `sent` outside the store's opening hours; none where the hours are not known (H7). */
  'outsideHours',
  /** Evenings in which a seller contacted a customer after the silence began. */
  'eveningsWorked',
  /** Evenings in which a seller was put off or turned back after the silence began, and contacted nobody. */
  'eveningsSpared',
] as const;

export type Figure = (typeof FIGURES)[number];
export type Figures = Readonly<Record<Figure, number>>;
/** Figures of which the ones that are zero may be left out. */
export type SomeFigures = Readonly<Partial<Record<Figure, number>>>;

/** The figures that are counted once for each evening, and not by hour. */
export const EVENING_FIGURES = ['eveningsWorked', 'eveningsSpared'] as const;

export function noFigures(): Figures {
  return figuresSum();
}

/** Adds `more` to `sum`, which only its maker may change. */
export function addFigures(sum: FiguresSum, more: SomeFigures): void {
  for (const figure of FIGURES) sum[figure] += more[figure] ?? 0;
}

export type FiguresSum = Record<Figure, number>;

export function figuresSum(): FiguresSum {
  return Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as FiguresSum;
}
