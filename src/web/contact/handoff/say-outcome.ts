/** Tells the server the outcome of a contact, and refreshes every reading that shows the contact. */

import type { OutcomeCode } from '#web/shell/api/api-types.ts';
import { keys } from '#web/shell/api/keys.ts';
import { sayOutcome } from '#web/shell/api/start-attempt.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { dropDraftsFor, settleDraftsFor } from '#web/shell/drafts.ts';

export interface Contact {
  readonly attemptId: string;
  readonly customerId: string;
  readonly personId: string;
}

/** Returns null after success, the sentence of a refusal, or `lost`. Only the outcome "Não enviei" keeps the draft. */
export async function tellOutcome(contact: Contact, outcome: OutcomeCode): Promise<string | null> {
  const answer = await sayOutcome(contact.attemptId, outcome);
  if (answer.kind === 'lost') return 'lost';
  // `attempt_closed` means that this or another device has recorded the outcome already, which counts as success.
  if (answer.kind === 'refused' && answer.refusal.code !== 'attempt_closed') return answer.refusal.detail;
  if (outcome === 'not_sent') settleDraftsFor(contact.personId, contact.customerId);
  else dropDraftsFor(contact.personId, contact.customerId);
  await reads.invalidate(keys.customers);
  return null;
}
