/** Prints the link for the first support person when a server starts on a database without a support account. */
import { hasSupportAccount } from '#db/sign-in/links/links.ts';
import type { MakeLinkDeps } from '#flows/sign-in/links/link-deps.ts';
import { makeFirstSupportLink } from '#flows/sign-in/links/make-link.ts';

/**
 * Returns the lines to print below the address; empty where there is a support account. Of several servers that start
 * at once, one prints the link, and the others say how to get another one.
 */
export async function firstSupportLines(deps: MakeLinkDeps, onError: (error: unknown) => void): Promise<string[]> {
  try {
    return await linesOf(deps);
  } catch (error) {
    // The server already answers requests, and a slow database is no reason to stop it.
    onError(error);
    return ['', 'Whether there is a support person could not be read. If there is none:', ANOTHER];
  }
}

async function linesOf(deps: MakeLinkDeps): Promise<string[]> {
  const link = await makeFirstSupportLink(deps);
  if (link !== null)
    return [
      '',
      'There is no support person yet. This link makes the first support person, once and within an hour:',
      link.url,
    ];
  if (await hasSupportAccount(deps.auth)) return [];
  return [
    '',
    'There is no support person yet. A link for the first support person was printed less than an hour ago.',
    ANOTHER,
  ];
}

const ANOTHER = '`npm run admin -- support-link` prints a new one, and the earlier one is then no longer valid.';
