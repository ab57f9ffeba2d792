/** Builds the list of an account's sessions. */
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { SessionList } from '#contract/sign-in/account.ts';
import type { AccountSession } from '#db/sign-in/account/account-sessions.ts';
import { instantText } from '#http/core/present.ts';
import { deviceText } from '#words/sign-in/device-text.ts';

/** `currentId`: the session of the request, null where the list is another person's. */
export function presentSessions(
  sessions: readonly AccountSession[],
  currentId: string | null,
  language: Language,
): z.infer<typeof SessionList> {
  const items = sessions.map(({ id, browser, system, beganAt, lastUsedAt }) => ({
    id,
    device: deviceText(language, { browser, system }),
    beganAt: instantText(beganAt),
    lastUsedAt: instantText(lastUsedAt),
    current: id === currentId,
  }));
  return { items, next: null };
}
