/** The sentences of moving a portfolio and of days off, in English. */
import { count, joinList, plural } from '#words/core/format.ts';
import type { PortfolioWords } from './portfolio.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });
const customers = (n: number) => many(n, '1 customer', `${n} customers`);
const messages = (n: number) => many(n, '1 held message', `${n} held messages`);
const suggestions = (n: number) => many(n, '1 suggestion', `${n} suggestions`);
const both = (held: number, open: number) =>
  joinList('en', [held > 0 ? messages(held) : '', open > 0 ? suggestions(open) : ''].filter(Boolean));

export const words: PortfolioWords = {
  title: (name) => `${name}’s portfolio and days off`,
  back: 'Back',
  loading: 'Opening the portfolio…',
  unread: 'We could not open the portfolio.',
  unreached: 'The server did not answer. Try again when the internet is back.',
  maybeDone: 'The server did not answer. It may have worked: check before you try again.',
  again: 'Try again',
  code: (code) => `Code for support: ${code}`,
  cancel: 'Back',
  undo: 'Undo',

  portfolio: 'Portfolio',
  counts: (n, held, open) =>
    [customers(n), held > 0 && messages(held), open > 0 && many(open, '1 open suggestion', `${open} open suggestions`)]
      .filter(Boolean)
      .join(' · '),
  empty: 'No customers in the portfolio.',
  alone: 'There is nobody else on this store’s team to take the portfolio.',
  move: 'Move the portfolio',
  sheetTitle: (name) => `${name}’s portfolio`,
  toWhom: 'Who gets it?',
  spread: 'Share among the store’s sellers',
  away: (name) => `${name} (away)`,
  heldLegend: 'Held messages',
  heldPass: 'Go along, at the same time',
  heldEnd: 'Are cancelled',
  planning: 'Counting…',
  share: (name, n) => `${name}: ${customers(n)}`,
  passed: (n) =>
    many(n, '1 held message goes along and keeps its time.', `${n} held messages go along and keep their time.`),
  ended: (n) => many(n, '1 held message is cancelled.', `${n} held messages are cancelled.`),
  kept: (n, name) => many(n, `1 held message stays with ${name}.`, `${n} held messages stay with ${name}.`),
  open: (n) => many(n, '1 open suggestion goes along.', `${n} open suggestions go along.`),
  forADay: 'You can undo this for 24 hours.',
  submit: (n) => `Move ${customers(n)}`,
  moved: (n) => many(n, '1 customer moved.', `${n} customers moved.`),
  undone: (n) => many(n, 'Undone: 1 customer is back.', `Undone: ${n} customers are back.`),
  stayed: (movedOn, otherStore, gone) =>
    [
      movedOn > 0 && many(movedOn, '1 is in another portfolio by now.', `${movedOn} are in another portfolio by now.`),
      otherStore > 0 && many(otherStore, '1 is of another store by now.', `${otherStore} are of another store by now.`),
      gone > 0 && many(gone, '1 record no longer exists.', `${gone} records no longer exist.`),
    ]
      .filter(Boolean)
      .join(' '),
  lastDay: 'Moves of the last 24 hours',
  moveLine: (n, to) => `${customers(n)} to ${joinList('en', to)}`,
  moveBy: (when, by) => `${when}, by ${by}`,
  wasUndone: 'Undone',
  moveBegan: 'The move has begun. You can follow it here to its end.',
  returnBegan: 'The undo has begun. You can follow it here to its end.',
  moving: (done: number, total: number) => `Moving ${count('en', done)} of ${count('en', total)} customers…`,
  returning: (done: number, total: number) => `Returning ${count('en', done)} of ${count('en', total)} customers…`,
  goesOn: 'It goes on even if you leave this screen.',
  undoOf: (line) => ` the move of ${line}`,

  absences: 'Days off',
  absenceLead:
    'On days off, colleagues can take care of held messages and suggestions. What is not used comes back at the end.',
  noAbsence: 'No days off planned.',
  newAbsence: 'Plan days off',
  absenceTitle: (name) => `${name}’s days off`,
  from: 'First day',
  until: 'Last day',
  dateMissing: 'Choose the day.',
  passLegend: 'Held messages and suggestions on these days',
  passNothing: (name) => `Stay with ${name}`,
  passSpread: 'Share among those in the store',
  passNow: (held, open) =>
    held + open === 0 ? 'Right now there is nothing to pass on.' : `Right now that would be ${both(held, open)}.`,
  passAtStart: 'They are passed on on the first day, with what is there by then.',
  save: 'Plan days off',
  saved: (days) => `Days off planned: ${days}.`,
  days: (from, until) => (from === until ? from : `${from} to ${until}`),
  states: { coming: 'Planned', running: 'Away', over: 'Ended' },
  willPass: (to) =>
    to === null ? 'On the first day, shared among those in the store.' : `On the first day, passed to ${to}.`,
  hasPassed: (held, open, to) => `${both(held, open)} with ${joinList('en', to)}.`,
  passOn: 'Pass on to colleagues',
  passOnTitle: (name) => `While ${name} is away`,
  passOnLead: 'What is not used comes back when the days off end.',
  passedOn: 'Passed on. What is not used comes back when the days off end.',
  end: 'End days off',
  cancelAbsence: 'Cancel days off',
  endOf: (days) => ` of ${days}`,
  endedNothing: 'Days off ended.',
  endedBack: (held, open) =>
    held + open === 0
      ? 'Days off ended. There was nothing left to come back.'
      : `Days off ended. Back: ${both(held, open)}.`,

  ownRunning: (until) => `You are off until ${until}.`,
  ownComing: (days) => `Your days off: ${days}.`,
  ownPassed: (to) => `${joinList('en', to)} has your held messages and suggestions; they come back at the end.`,
  teamAway: (name, until) => `${name}: off until ${until}`,
};
