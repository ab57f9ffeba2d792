/** Defines from how many wrong passwords on people are told that somebody may be guessing. */

/**
 * The number of wrong passwords from which on the owner of the account is told. One network may try five at once
 * (`flows/sign-in/sign-in-meters.ts`), and a person who mistypes rarely needs as many.
 */
export const PASSWORD_TOLD_FROM = 5;

/** How long after the last wrong password the brand's manager is told of it. The owner is told until the warning is closed. */
export const MANAGER_TOLD_MS = 86_400_000;

/** Whether this many wrong passwords indicate guessing. */
export function isPasswordGuessing(wrong: number): boolean {
  return wrong >= PASSWORD_TOLD_FROM;
}
