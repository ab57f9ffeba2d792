/** Reads support's own people, deactivates them and activates them again. */
import type { SupportPerson as SupportPersonShape } from '#contract/sign-in/support-people.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type SupportPerson = Shape<typeof SupportPersonShape>;

const PEOPLE = 'support/people';

export function useSupportPeople() {
  return useRead(PEOPLE, async (signal) => (await ask('/support-people', signal)).items);
}

export function refreshSupportPeople(): Promise<void> {
  return reads.invalidate(PEOPLE);
}

export function setActive({ id }: SupportPerson, active: boolean): Promise<Answer<undefined>> {
  return active
    ? call(`/support-people/${id}/reactivate`, { method: 'POST' })
    : call(`/support-people/${id}/deactivate`, { method: 'POST' });
}
