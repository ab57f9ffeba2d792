/** Checks every promise of a fault run, from the witness's lines and the tables alone. */
import type pg from 'pg';
import { accountOf, checkAccounts, checkAlive, checkChain, checkServed, checkStuck } from './accounts.ts';
import { acknowledgedAnswers, checkLost, checkTwice, readySteps } from './answers.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { checkHandOvers } from './hand-overs.ts';
import { checkHoldLog } from './hold-log.ts';
import { checkEarly, checkSlots, checkStopped } from './releases.ts';
import { checkSuggestions } from './suggestions.ts';
import { checkClock, checkRetimed } from './times.ts';

/** What the checker counted: the report prints these figures, and a scenario judges by them whether a run is valid. */
export interface Figures {
  readonly acknowledged: number;
  readonly handedOver: number;
  readonly released: number;
  /** Held contacts: created, still waiting, and how the others ended. */
  readonly created: number;
  readonly waiting: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly policyEvents: number;
  readonly stops: number;
  /** How often a waiting contact had a quiet minute after a policy event, and the longest time until it got another minute. */
  readonly retimed: number;
  readonly longestRetimingMs: number;
  readonly faults: Readonly<Record<string, number>>;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly figures: Figures;
  readonly evidence: Evidence;
}

export async function check(owner: pg.Client, witnessFile: string): Promise<Verdict> {
  const evidence = await readEvidence(owner, witnessFile);
  const retiming = checkRetimed(evidence);
  const findings = [
    ...checkHandOvers(evidence),
    ...checkLost(evidence),
    ...checkTwice(evidence),
    ...checkAccounts(evidence),
    ...checkHoldLog(evidence),
    ...checkEarly(evidence),
    ...checkSlots(evidence),
    ...checkStopped(evidence),
    ...checkChain(evidence),
    ...checkClock(evidence),
    ...retiming.findings,
    ...checkStuck(evidence),
    ...checkSuggestions(evidence),
    ...checkAlive(evidence),
    ...checkServed(evidence),
  ];
  const faults: Record<string, number> = {};
  for (const line of evidence.lines) if (line.saw === 'fault') faults[line.fault] = (faults[line.fault] ?? 0) + 1;
  const { created, waiting, ends } = accountOf(evidence);
  const figures = {
    acknowledged: acknowledgedAnswers(evidence),
    handedOver: evidence.handovers.filter(({ withdrawn }) => !withdrawn).length,
    released: readySteps(evidence.steps).length,
    ...{ created, waiting, ends },
    policyEvents: [...evidence.silences.values()].reduce((sum, { events }) => sum + events.length - 1, 0),
    stops: evidence.asks.filter(({ what, answer }) => what === 'stop' && answer?.status === 200).length,
    retimed: retiming.moved,
    longestRetimingMs: Math.round(retiming.longestMs),
    faults,
  };
  return { findings, figures, evidence };
}
