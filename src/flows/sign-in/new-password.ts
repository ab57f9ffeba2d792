/** Refuses new passwords that attackers try first: by pattern, by our own list, and by a long list that only the server has. */
import { isWeakPassword } from '#rules/sign-in/new-secret.ts';

export interface NewPasswordDeps {
  /** Whether the password is on the long list of common passwords. The list is loaded at the first call. */
  readonly isCommonPassword: (password: string) => Promise<boolean>;
}

/** Whether a person may not choose this password. Every flow that takes a new password asks this function. */
export async function isRefusedPassword(
  { isCommonPassword }: NewPasswordDeps,
  password: string,
  email: string,
): Promise<boolean> {
  return isWeakPassword(password, email) || isCommonPassword(password);
}
