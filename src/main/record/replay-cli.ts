/** `npm run replay`: repeats all decisions of the record, and prints which would differ (R2). */

import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { forEachBrand } from '#main/core/installation/each-brand.ts';
import { tzVersion } from '#main/core/tz-version.ts';

const MOST_LINES = 20;

await forEachBrand(async ({ installation, brandId, slug, say }) => {
  let [faults, elsewhere] = [0, 0];
  const deps = { db: installation.database, timelines: new Timelines(), tzVersion };
  const judged = await replayRecord(deps, brandId, ({ number, fields, otherTzData }) => {
    if (otherTzData) elsewhere += 1;
    else faults += 1;
    if (faults + elsewhere <= MOST_LINES) say(`${slug}: receipt ${number} differs in ${fields.join(', ')}`);
  });
  say(`${slug}: ${judged} decided again, ${faults} differ, ${elsewhere} differ under other tz data`);
  return faults === 0;
});
