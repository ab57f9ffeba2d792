/** Reads the ratings of an article over all brands. Only ids are read across brands; the answers are read brand by brand. */
import type { Reads } from '#db/core/db.ts';
import {
  countHelpRatings,
  listHelpAnswerBrands,
  listHelpCommentIds,
  listHelpComments,
} from '#db/support/help-answers.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface HelpVersion {
  readonly version: number;
  readonly helpful: number;
  readonly notHelpful: number;
}

export interface HelpComment {
  readonly version: number;
  readonly helpful: boolean;
  readonly comment: string;
  readonly language: 'pt-BR' | 'en' | 'es';
  readonly at: Instant;
}

/** Counts the ratings of each version, newest version first. */
export async function readHelpVersions(db: Reads, article: string): Promise<HelpVersion[]> {
  const [brands] = await db.readOutside((reads) => reads.run(listHelpAnswerBrands, { article }));
  const counted = await Promise.all(
    (brands?.ids ?? []).map((brandId) =>
      db.read(brandId, (reads) => reads.run(countHelpRatings, { brandId, article })),
    ),
  );
  return [...Map.groupBy(counted.flat(), ({ version }) => version)]
    .map(([version, counts]) => ({
      version,
      helpful: counts.reduce((sum, { helpful }) => sum + helpful, 0),
      notHelpful: counts.reduce((sum, { notHelpful }) => sum + notHelpful, 0),
    }))
    .toSorted((a, b) => b.version - a.version);
}

/**
 * Reads comments, newest first, from `fromAt` backwards (null means from the newest), without the first `skip`. The
 * answer does not name the readers.
 */
export async function readHelpComments(
  db: Reads,
  page: { readonly article: string; readonly fromAt: Instant | null; readonly skip: number; readonly limit: number },
): Promise<HelpComment[]> {
  const { article } = page;
  const ids = await db.readOutside((reads) => reads.run(listHelpCommentIds, page));
  const reading = Array.from(
    Map.groupBy(ids, ({ brandId }) => brandId),
    ([brandId, of]) => db.read(brandId, (reads) => reads.run(listHelpComments, { brandId, article, of })),
  );
  const found = new Map((await Promise.all(reading)).flat().map((row) => [`${row.version} ${row.readerId}`, row]));
  return ids.flatMap(({ version, readerId }) => {
    const row = found.get(`${version} ${readerId}`);
    if (row === undefined) return [];
    return [{ version, helpful: row.helpful, comment: row.comment, language: row.language, at: row.at }];
  });
}
