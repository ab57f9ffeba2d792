/**
 * `npm run admin` creates the first accounts (`create-support EMAIL`, `create-brand SLUG --plan PLAN`), prints one-time links
 * (`support-link`, `reset-link EMAIL`) and removes a lost second factor (`remove-second-factor EMAIL`), with or without a
 * running server. Ends with 0 if it is done, with 2 and a sentence if nothing was changed.
 */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { findAccountByEmail } from '#db/sign-in/links/invited-accounts.ts';
import type { MakeLinkDeps } from '#flows/sign-in/links/link-deps.ts';
import { type MadeLink, makeSupportLink } from '#flows/sign-in/links/make-link.ts';
import { makeResetLink } from '#flows/sign-in/links/reset-password.ts';
import { removeAsOperator } from '#flows/sign-in/second-factor/remove-second-factor.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { openForCommand } from '#main/core/installation/open-for-command.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { type Credentials, createSupportAccount } from './accounts.ts';
import { type AdminWish, readAdminArguments, type SupportWish } from './admin-arguments.ts';
import type { Auth } from './auth.ts';
import { linkAddress } from './links/link-address.ts';
import { openBrand } from './open-brand.ts';

try {
  await run(readAdminArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(wish: AdminWish): Promise<void> {
  const installation = await openForCommand();
  const auth = await authOf(installation);
  try {
    for (const line of await carryOut(installation, auth, wish)) process.stdout.write(`${line}\n`);
  } finally {
    await auth.close();
    await installation.close();
  }
}

/** Does what the operator asks for, and returns the lines to print. */
async function carryOut(installation: Installation, auth: Auth, wish: AdminWish): Promise<Iterable<string>> {
  switch (wish.command) {
    case 'create-support':
      return lines('Support', await support(auth, wish));
    case 'create-brand':
      return lines(`The brand “${wish.slug}” and its manager`, await openBrand(depsOf(installation, auth), wish));
    case 'support-link':
      return linkLines(
        await makeSupportLink(linkDepsOf(installation, auth)),
        'makes a support person, once and within an hour',
      );
    case 'reset-link':
      return linkLines(
        await resetLink(installation, auth, wish.email),
        'sets a new password, once and within 24 hours',
      );
    case 'remove-second-factor':
      return [await removeLost(installation, auth, wish.email)];
  }
}

async function resetLink(installation: Installation, auth: Auth, email: string): Promise<MadeLink> {
  const account = await findAccountByEmail(auth.db, email);
  if (account === null) throw new CannotStart(`${email} has no account. Nothing was created.`);
  return makeResetLink(linkDepsOf(installation, auth), account, null);
}

function linkDepsOf({ config, hostClock }: Installation, { db: auth }: Auth): MakeLinkDeps {
  return {
    auth,
    hostNow: () => hostClock.now(),
    newId: uuidv7,
    newToken: () => randomBytes(32).toString('base64url'),
    addressOf: linkAddress(config, () => `http://localhost:${config.port}`),
  };
}

function linkLines({ url }: MadeLink, does: string): readonly string[] {
  return [`This link ${does}; an earlier one is no longer valid:`, `  ${url}`];
}

async function support({ accounts }: Auth, { name, email }: SupportWish): Promise<Credentials> {
  const given = await createSupportAccount(accounts, { name, email });
  if (given === null) throw new CannotStart(`${email} has an account already. Nothing was created.`);
  return given;
}

async function removeLost({ database, hostClock }: Installation, { db }: Auth, email: string): Promise<string> {
  const deps = { auth: db, db: database, hostNow: () => hostClock.now(), newId: uuidv7 };
  const { kind } = await removeAsOperator(deps, email);
  if (kind === 'not_found') throw new CannotStart(`${email} has no account. Nothing was changed.`);
  if (kind !== 'done') throw new CannotStart(`${email} has no second factor. Nothing was changed.`);
  return `The second factor of ${email} is removed, and all sessions of the account have ended.`;
}

function depsOf({ database: db, hostClock }: Installation, auth: Auth) {
  return { db, auth: auth.db, accounts: auth.accounts, now: () => hostClock.now(), newId: uuidv7 };
}

/** Loads the sign-in's library only after the arguments are known to be right: loading takes longer than the rest. */
async function authOf({ authUrl, naming, hostClock, log, secret }: Installation): Promise<Auth> {
  const { createAuth } = await import('./auth.ts');
  return createAuth({
    url: authUrl,
    naming,
    cookieKeys: [keysOf(secret).sessions],
    hostNow: () => hostClock.now(),
    onError: (error) => log.error({ err: error }, 'an account could not be created'),
  });
}

/** Returns the lines to print. The password is shown only here. */
function* lines(done: string, { email, password }: Credentials): Generator<string> {
  yield `${done}: created. The password is valid for one sign-in, at which another must be chosen, and is not shown again:`;
  yield `  ${email}  password ${password}`;
}
