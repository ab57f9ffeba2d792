/**
 * `npm run migrate [-- --rotate]`: creates missing logins and applies missing migrations. `--rotate` sets new passwords for
 * the logins, derived from OTO_SECRET. Ends with 0 if all is ready, with 2 and a sentence if nothing was changed.
 */
import { parseArgs } from 'node:util';
import { CannotStart } from '#main/core/cannot-start.ts';
import { readConfig } from '#main/core/config.ts';
import { migrateInstallation } from './installation.ts';

try {
  await run(wantsRotation(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(rotate: boolean): Promise<void> {
  const reading = readConfig(process.env);
  if ('faults' in reading) throw new CannotStart(reading.faults.map((fault) => `${fault}.`).join('\n'));
  const { database, schema, applied, names, formerLogins } = await migrateInstallation(reading.config, rotate);
  const lines = [
    `The database ${database} is at ${schema}: ${applied} migrations applied now.`,
    `Its logins are ${names.oto_runtime} and ${names.oto_auth}${rotate ? ', with new passwords' : ''}.`,
  ];
  if (formerLogins.length > 0) {
    lines.push(
      `There are still connections of the former logins ${formerLogins.join(' and ')}, which keep their rights until these end: ` +
        'restart every server, then run this command again.',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function wantsRotation(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { rotate: { type: 'boolean', default: false } } }).values.rotate;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\nusage: npm run migrate [-- --rotate]`);
  }
}
