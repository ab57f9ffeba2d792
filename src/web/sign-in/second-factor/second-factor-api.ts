/** Calls the routes of the second factor. */
import type {
  OwnSecondFactor,
  RecoveryCodes,
  SecondFactorOfPerson,
  SecondFactorSecret,
} from '#contract/sign-in/second-factor.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type PersonAccount = Shape<typeof SecondFactorOfPerson>;

const OWN = 'second-factor';
const accountsKey = (brandId: string) => `support/second-factors/${brandId}`;

export function useOwnSecondFactor() {
  return useRead<OwnSecondFactor>(OWN, (signal) => ask('/second-factor', signal));
}

export function refreshOwnSecondFactor(): Promise<void> {
  return reads.invalidate(OWN);
}

export function beginSecondFactor(password: string): Promise<Answer<SecondFactorSecret>> {
  return call('/second-factor', { method: 'POST', body: { password } });
}

export function confirmSecondFactor(code: string): Promise<Answer<unknown>> {
  return call('/second-factor/confirm', { method: 'POST', body: { code } });
}

export function renewRecoveryCodes(): Promise<Answer<RecoveryCodes>> {
  return call('/second-factor/recovery-codes', { method: 'POST' });
}

export function removeOwnSecondFactor(password: string, code: string): Promise<Answer<unknown>> {
  return call('/second-factor', { method: 'DELETE', body: { password, code } });
}

export function confirmSession(given: { password: string } | { code: string }): Promise<Answer<unknown>> {
  return call('/session/confirm', { method: 'POST', body: given });
}

/** Reads who of a brand has an account of their own, for support. */
export function usePersonAccounts(brandId: string) {
  return useRead(accountsKey(brandId), (signal) => ask(`/brands/${brandId}/second-factors`, signal));
}

export async function removeOfPerson(brandId: string, personId: string, reason: string): Promise<Answer<unknown>> {
  const path = `/brands/${brandId}/people/${personId}/second-factor` as const;
  const answer = await call(path, { method: 'DELETE', body: { reason } });
  if (answer.kind === 'done') await reads.invalidate(accountsKey(brandId));
  return answer;
}

export function removeOfSupport(email: string, reason: string): Promise<Answer<unknown>> {
  return call('/support/second-factor', { method: 'DELETE', body: { email, reason } });
}
