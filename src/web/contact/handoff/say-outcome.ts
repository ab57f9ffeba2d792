/** What a seller says about a contact, told to the server and then true on every screen. */

import { keys } from '#web/shell/api/keys.ts';
import { sayOutcome } from '#web/shell/api/start-attempt.ts';
import { reads } from '#web/shell/api/use-read.ts';
import type { OutcomeCode } from '#web/shell/api/wire.ts';
import { dropDraftsFor, settleDraftsFor } from '#web/shell/drafts.ts';

export interface Contact {
  readonly attemptId: string;
  readonly customerId: string;
  readonly personId: string;
}

/** Gives the sentence of a refusal, null when told, or `lost`. Only "Não enviei" keeps what was typed. */
export async function tellOutcome(contact: Contact, outcome: OutcomeCode): Promise<string | null> {
  const answer = await sayOutcome(contact.attemptId, outcome);
  if (answer.kind === 'lost') return 'lost';
  // Said already, on this or another device: nothing is left to tell.
  if (answer.kind === 'refused' && answer.refusal.code !== 'attempt_closed') return answer.refusal.detail;
  if (outcome === 'not_sent') settleDraftsFor(contact.personId, contact.customerId);
  else dropDraftsFor(contact.personId, contact.customerId);
  await reads.invalidate(keys.customers);
  return null;
}
