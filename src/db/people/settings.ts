/** Reads and changes a brand's settings. */
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

export const readSettings = preparedRead<{ brandId: string }>()('read_settings', (q, p) =>
  q.selectFrom('brands').where('brandId', '=', p.brandId).select('secondFactorRequired'),
);

export const updateSettings = preparedWrite<{ brandId: string; secondFactorRequired: boolean }>()(
  'update_settings',
  (q, p) =>
    q
      .updateTable('brands')
      .set({ secondFactorRequired: p.secondFactorRequired })
      .where('brandId', '=', p.brandId)
      .returning('secondFactorRequired'),
);
