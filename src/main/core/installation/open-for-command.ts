/** The installation as a command opens it: beside a running server or without one, with its settings from the environment. */
import { CannotStart } from '#main/core/cannot-start.ts';
import { readConfig } from '#main/core/config.ts';
import { type Installation, openInstallation } from './installation.ts';

/** Throws `CannotStart` where a setting is wrong, or where the database, the schema and the secret do not fit. */
export async function openForCommand(): Promise<Installation> {
  const reading = readConfig(process.env);
  if ('faults' in reading) throw new CannotStart(reading.faults.join('\n'));
  return openInstallation(reading.config, {
    asServer: false,
    onLost: (error) => process.stderr.write(`${error}\n`),
  });
}

/** As `openForCommand`, for a command that has nothing to tidy up: it says what is wrong and ends with 2. */
export async function openOrExit(): Promise<Installation> {
  try {
    return await openForCommand();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
