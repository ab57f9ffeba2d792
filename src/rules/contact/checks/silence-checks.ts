/** Checks whether it is quiet (D3, D4), and whether the customer asked for silence (D4b). */
import type { Origin, Verdict } from '#rules/contact/decision.ts';
import type { Silence } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import { againstBeginning, type Case } from './case.ts';

/** D3: it is quiet on a known clock. */
export function quietHours({ origin, silence }: Case): Verdict {
  return silence.known ? inQuietTime(origin, silence) : 'allow';
}

/** D4: it is quiet on the clock of an uncertain zone. */
export function zoneUncertain({ origin, silence }: Case): Verdict {
  return silence.uncertain ? inQuietTime(origin, silence) : 'allow';
}

/** D4b: a silence that the customer asked for runs. It binds on every plan, also where no policy is in force. */
export function customerAskedSilence({ origin, askedNow }: Case): Verdict {
  return askedNow.runs ? againstBeginning(origin) : 'allow';
}

export function askedSilenceChanges({ origin, askedNow }: Case): Instant | null {
  return againstBeginning(origin) === 'allow' ? null : askedNow.changesAt;
}

export function silenceChanges({ silence }: Case): Instant | null {
  return silence.changesAt;
}

/** Returns when silence changes, or null if no zone is known at all: then no later instant is open (C4). */
export function silenceChangesUnlessBlind({ silence }: Case): Instant | null {
  return silence.clocks.blind === null ? silence.changesAt : null;
}

/** Returns the verdict of an origin in quiet hours: the last column of the table *Origins* in docs/rules.md. */
function inQuietTime(origin: Origin, { inForce }: Silence): Verdict {
  switch (origin) {
    case 'suggestion':
    case 'automation':
      return 'block';
    case 'profile':
      return 'warn';
    case 'reply':
      return inForce?.policy.actions.reply === 'warn' ? 'warn' : 'allow';
    case 'service':
      return 'allow';
  }
}
