/** Shapes of one's own account: its password, its sessions, and wrong passwords of others. */
import { z } from 'zod';
import { Id, InstantText, listOf } from '#contract/core/common.ts';
import { MailChoice } from '#contract/mail/mails.ts';

/** A password that a person chooses. Ten characters are the fewest; the server refuses shorter and common ones as weak. */
export const NewPassword = z.string().min(1).max(128);

export const ChangePassword = z.strictObject({ current: z.string().min(1).max(200), next: NewPassword });

/** The account that is signed in: a store's for a store manager who has the turn, else the person's own. */
export const OwnAccount = z.object({
  kind: z.enum(['store', 'person', 'support']),
  name: z.string(),
  email: z.string(),
  /** The mails that the reader may switch off; empty where the reader gets none, or no mail server is set. */
  mails: z.array(MailChoice),
});

export const SessionRow = z.object({
  id: Id,
  /** Browser and system in the reader's language, like “Chrome no Android”. */
  device: z.string(),
  beganAt: InstantText,
  /** The last use that prolonged the session: up to a sixtieth of its idle time before the last request. */
  lastUsedAt: InstantText,
  /** Whether this request came in that session. */
  current: z.boolean(),
});
export const SessionList = listOf(SessionRow);

/** `except=current` keeps the session of the request. */
export const EndSessions = z.strictObject({ except: z.literal('current').optional() });

/** Wrong passwords that indicate guessing. `since`: the first of them, by the host's clock, also in the demo. */
export const WrongPasswords = z.object({ count: z.int(), since: InstantText });

/** For brand managers: another account of the brand with wrong passwords in the last 24 hours. */
export const PasswordGuessing = WrongPasswords.extend({ accountId: Id, account: z.string() });
