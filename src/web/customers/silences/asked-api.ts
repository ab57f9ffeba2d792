/** Writes down and ends the silences that a customer asked for. */
import type { AskSilence, SilenceAsked } from '#contract/customers/asked-silence.ts';
import { type Answer, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';

export async function writeSilence(customerId: string, body: AskSilence): Promise<Answer<SilenceAsked>> {
  return reread(customerId, await call(`/customers/${customerId}/silences`, { method: 'POST', body }));
}

export async function endSilence(customerId: string, id: string): Promise<Answer<unknown>> {
  return reread(customerId, await call(`/customers/${customerId}/silences/${id}`, { method: 'DELETE' }));
}

/** Tells the server that the customer's seller has read the news of this silence, which is then not shown again. */
export function saySilenceSeen(customerId: string, id: string): Promise<Answer<void>> {
  return call(`/customers/${customerId}/silences/${id}/seen`, { method: 'POST', outlivesPage: true });
}

async function reread<T>(customerId: string, answer: Answer<T>): Promise<Answer<T>> {
  if (answer.kind === 'done') await reads.invalidate(keys.profile(customerId));
  return answer;
}
