/** Reads, moves and undoes portfolios, and reads and changes days off. */
import type { Absence, AbsenceEnded, AbsencePlan } from '#contract/customers/absence.ts';
import type { Portfolio, PortfolioMoved, PortfolioReturned } from '#contract/customers/portfolio.ts';
import { type Answer, ask, call, UnansweredError } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export interface MoveWish {
  readonly to: string;
  readonly held: 'pass_on' | 'end';
}

export interface AbsenceWish {
  readonly from: string;
  readonly until: string;
  readonly pass: string;
}

const portfolioKey = (personId: string) => `${keys.customers}/portfolio-of/${personId}`;
const absencesKey = `${keys.customers}/absences`;

export function usePortfolio(personId: string) {
  return useRead<Portfolio>(portfolioKey(personId), (signal) => ask(`/people/${personId}/portfolio`, signal));
}

/** Reads what a move would do; the reading is never older than the choice. */
export function useMovePlan(personId: string, { to, held }: MoveWish) {
  const key = `${portfolioKey(personId)}/plan/${to}/${held}`;
  return useRead<PortfolioMoved>(
    key,
    async (signal) =>
      bodyOf(await call(`/people/${personId}/portfolio`, { method: 'POST', body: { to, held, dryRun: true }, signal })),
    { freshMs: 0 },
  );
}

export async function movePortfolio(personId: string, { to, held }: MoveWish): Promise<Answer<PortfolioMoved>> {
  return reread(await call(`/people/${personId}/portfolio`, { method: 'POST', body: { to, held } }));
}

export async function undoMove(personId: string, moveId: string): Promise<Answer<PortfolioReturned>> {
  return reread(await call(`/people/${personId}/portfolio/${moveId}/undo`, { method: 'POST' }));
}

/** Reads the portfolio again, while a long move goes on. */
export function rereadPortfolio(personId: string): Promise<void> {
  return reads.invalidate(portfolioKey(personId));
}

export function useAbsences(personId: string) {
  return useRead<readonly Absence[]>(
    `${absencesKey}/${personId}`,
    async (signal) => (await ask(`/people/${personId}/absences`, signal)).items,
  );
}

/** Reads the days off that run or come, of all whom the reader leads, or the reader's own. */
export function useTeamAbsences() {
  return useRead<readonly Absence[]>(absencesKey, async (signal) => (await ask('/absences', signal)).items);
}

export async function makeAbsence(personId: string, wish: AbsenceWish): Promise<Answer<Absence | AbsencePlan>> {
  return reread(await call(`/people/${personId}/absences`, { method: 'POST', body: wish }));
}

export async function passAbsence(personId: string, absenceId: string, to: string): Promise<Answer<Absence>> {
  return reread(await call(`/people/${personId}/absences/${absenceId}/pass`, { method: 'POST', body: { to } }));
}

export async function endAbsence(personId: string, absenceId: string): Promise<Answer<AbsenceEnded>> {
  return reread(await call(`/people/${personId}/absences/${absenceId}/end`, { method: 'POST' }));
}

/** Reads customers, held contacts and suggestions again after each answer: also a refusal may come from an outdated screen. */
async function reread<T>(answer: Answer<T>): Promise<Answer<T>> {
  await reads.invalidate(keys.customers);
  return answer;
}

function bodyOf<T>(answer: Answer<T>): T {
  if (answer.kind === 'done') return answer.body;
  throw new UnansweredError(answer.kind === 'refused' ? answer.refusal : null);
}
