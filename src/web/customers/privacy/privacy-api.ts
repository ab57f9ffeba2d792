/** Asks the server to erase a customer. */
import { type Answer, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';

/** After the answer, everything that shows customers is read again. */
export async function eraseCustomer(id: string, reason: string): Promise<Answer<unknown>> {
  const answer = await call(`/customers/${id}/erase`, { method: 'POST', body: { reason } });
  if (answer.kind === 'done') void reads.invalidate(keys.customers);
  return answer;
}
