/** `npm run clock [-- clear]`: compares the host's clock with the database's; `clear` tells every server that the clock is right (D8). */
import { clearClockWatches, readDatabaseClock } from '#db/time/database-clock.ts';
import { hostClock, monotonicNow } from '#main/core/clock.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { openOrExit } from '#main/core/installation/open-for-command.ts';
import { databaseClockAt } from '#rules/time/clock-watch.ts';
import { clockDifference } from './clock-watch.ts';

const [command, ...rest] = process.argv.slice(2);
if ((command !== undefined && command !== 'clear') || rest.length > 0) {
  process.stderr.write('usage: npm run clock [-- clear]\n');
  process.exit(2);
}

const installation = await openOrExit();
try {
  process.stdout.write(`${await comparison(installation)}.\n`);
  if (command === 'clear') {
    await installation.database.outside(async (tx) => tx.send(clearClockWatches, {}));
    process.stdout.write(
      installation.listenUrl === null
        ? 'The servers have been notified. Servers without DATABASE_LISTEN_URL get no notifications: restart them.\n'
        : 'Every server that listens has been notified. /readyz of each says whether its clock is safe.\n',
    );
  }
} finally {
  await installation.close();
}

async function comparison({ database }: Installation): Promise<string> {
  const answer = await database.readOutside(async (reads) => {
    const askedAt = monotonicNow();
    const [row] = await reads.run(readDatabaseClock, {});
    return { reading: (row as { now: number }).now, askedAt, answeredAt: monotonicNow() };
  });
  const shown = databaseClockAt(monotonicNow(), answer);
  return shown === null
    ? 'the database answered too slowly to compare the clocks: run the command again'
    : clockDifference(hostClock.now() - shown);
}
