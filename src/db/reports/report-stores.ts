/** Lists the stores whose past a report counts. */
import { preparedRead } from '#db/core/prepared.ts';
import { openDates, openHours } from '#db/people/stores.ts';

/** Lists all stores of a brand, also those that are closed for good, by code. */
export const listReportStores = preparedRead<{ brandId: string }>()('list_report_stores', (q, p) =>
  q
    .selectFrom('stores as s')
    .where('s.brandId', '=', p.brandId)
    .orderBy('s.code')
    .select(['s.id', 's.name', 's.state', 's.zone', openHours.as('hours'), openDates.as('dates')]),
);

/** Lists the people of a brand, also those who left, with the store that each is in. */
export const listReportPeople = preparedRead<{ brandId: string }>()('list_report_people', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'name', 'storeId', 'active', 'role']),
);
