/** `npm run clock [-- clear]`: how the host's clock stands to the database's; `clear` tells every server that it is right (D8). */
import { clearClockWatches, readDatabaseClock } from '#db/time/database-clock.ts';
import { hostClock, monotonicNow } from '#main/core/clock.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { openOrExit } from '#main/core/installation/open-for-command.ts';
import { databaseClockAt } from '#rules/time/clock-watch.ts';
import { aside } from './clock-watch.ts';

const [command, ...rest] = process.argv.slice(2);
if ((command !== undefined && command !== 'clear') || rest.length > 0) {
  process.stderr.write('npm run clock, or npm run clock -- clear\n');
  process.exit(2);
}

const installation = await openOrExit();
try {
  process.stdout.write(`${await comparison(installation)}.\n`);
  if (command === 'clear') {
    await installation.database.outside(async (tx) => tx.send(clearClockWatches, {}));
    process.stdout.write(
      installation.listenUrl === null
        ? 'Told, but servers without DATABASE_LISTEN_URL do not hear it: restart them.\n'
        : 'Every server that listens has been told. /readyz of each says how it stands.\n',
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
  return shown === null ? 'the database was slow to answer' : aside(hostClock.now() - shown);
}
