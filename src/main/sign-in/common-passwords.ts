/**
 * Knows the common passwords of the library `@zxcvbn-ts/language-common`: 49,000 from published leaks, in lower case.
 * Our own list (`rules/sign-in/common-secrets.ts`) has the Brazilian ones that are missing there.
 */
import { commonForms } from '#rules/sign-in/new-secret.ts';

/**
 * Returns the function that tells whether a password is on the list. The first call loads the list, which takes about a
 * quarter of a second; most processes never need it.
 */
export function commonPasswords(): (password: string) => Promise<boolean> {
  let list: Promise<ReadonlySet<string>> | undefined;
  return async (password) => {
    list ??= import('@zxcvbn-ts/language-common').then(
      ({ dictionary }) => new Set<string>(dictionary['passwords-common']),
    );
    const common = await list;
    return commonForms(password).some((form) => common.has(form));
  };
}
