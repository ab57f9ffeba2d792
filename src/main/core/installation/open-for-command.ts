/** Opens the installation for a command, which may run beside a server; the settings come from the environment. */
import { CannotStart } from '#main/core/cannot-start.ts';
import { readConfig } from '#main/core/config.ts';
import { type Installation, openInstallation } from './installation.ts';

/** Throws `CannotStart` if a setting is wrong, or if the database, the schema and the secret do not fit together. */
export async function openForCommand(): Promise<Installation> {
  const reading = readConfig(process.env);
  if ('faults' in reading) throw new CannotStart(reading.faults.join('\n'));
  return openInstallation(reading.config, {
    asServer: false,
    onLost: (error) => process.stderr.write(`${error}\n`),
  });
}

/** Opens the installation; on `CannotStart`, prints the message and ends the process with 2. For commands without cleanup. */
export async function openOrExit(): Promise<Installation> {
  try {
    return await openForCommand();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
