/** Reads and changes a brand's settings. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

const settings = [
  ...(['secondFactorRequired', 'coolDownDays', 'unansweredAfter'] as const),
  'suggestionsPerSellerDay',
  ...(['textsDays', 'draftsDays', 'receiptsDays'] as const),
] as const;

export const readSettings = preparedRead<{ brandId: string }>()('read_settings', (q, p) =>
  q.selectFrom('brands').where('brandId', '=', p.brandId).select(settings),
);

/** Changes the settings that are given; a setting of null stays as it is. */
export const updateSettings = preparedWrite<{
  brandId: string;
  secondFactorRequired: boolean | null;
  coolDownDays: number | null;
  unansweredAfter: number | null;
  suggestionsPerSellerDay: number | null;
  textsDays: number | null;
  draftsDays: number | null;
  receiptsDays: number | null;
}>()('update_settings', (q, p) =>
  q
    .updateTable('brands')
    .set({
      secondFactorRequired: sql`coalesce(${p.secondFactorRequired}::boolean, second_factor_required)`,
      coolDownDays: sql`coalesce(${p.coolDownDays}::smallint, cool_down_days)`,
      unansweredAfter: sql`coalesce(${p.unansweredAfter}::smallint, unanswered_after)`,
      suggestionsPerSellerDay: sql`coalesce(${p.suggestionsPerSellerDay}::smallint, suggestions_per_seller_day)`,
      textsDays: sql`coalesce(${p.textsDays}::smallint, texts_days)`,
      draftsDays: sql`coalesce(${p.draftsDays}::smallint, drafts_days)`,
      receiptsDays: sql`coalesce(${p.receiptsDays}::smallint, receipts_days)`,
    })
    .where('brandId', '=', p.brandId)
    .returning(settings),
);
