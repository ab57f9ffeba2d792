/**
 * `npm run admin -- create-support EMAIL` and `npm run admin -- create-brand SLUG --plan PLAN` create the first accounts,
 * and `npm run admin -- remove-second-factor EMAIL` removes a lost second factor, with or without a running server. Ends
 * with 0 if it is done, with 2 and a sentence if nothing was changed.
 */
import { uuidv7 } from 'uuidv7';
import { removeAsOperator } from '#flows/sign-in/second-factor/remove-second-factor.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { openForCommand } from '#main/core/installation/open-for-command.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { type Credentials, createSupportAccount } from './accounts.ts';
import { type AdminWish, readAdminArguments, type SupportWish } from './admin-arguments.ts';
import type { Auth } from './auth.ts';
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
    if (wish.command === 'remove-second-factor') return await removeLost(installation, auth, wish.email);
    const [done, given] =
      wish.command === 'create-support'
        ? ['Support', await support(auth, wish)]
        : [`The brand “${wish.slug}” and its manager`, await openBrand(depsOf(installation, auth), wish)];
    for (const line of lines(done, given)) process.stdout.write(`${line}\n`);
  } finally {
    await auth.close();
    await installation.close();
  }
}

async function support({ accounts }: Auth, { name, email }: SupportWish): Promise<Credentials> {
  const given = await createSupportAccount(accounts, { name, email });
  if (given === null) throw new CannotStart(`${email} has an account already. Nothing was created.`);
  return given;
}

async function removeLost({ hostClock }: Installation, { db }: Auth, email: string): Promise<void> {
  const deps = { auth: db, hostNow: () => hostClock.now(), newId: uuidv7 };
  const { kind } = await removeAsOperator(deps, email);
  if (kind === 'not_found') throw new CannotStart(`${email} has no account. Nothing was changed.`);
  if (kind !== 'done') throw new CannotStart(`${email} has no second factor. Nothing was changed.`);
  process.stdout.write(`The second factor of ${email} is removed, and all sessions of the account have ended.\n`);
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
