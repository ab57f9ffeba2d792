/** One person's work, for managers, as cards of the person's page: the portfolio with its moves, and the days off. */

import { useShop } from '#web/shell/shop-context.tsx';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { AbsencesCard } from './absences-card.tsx';
import { usePortfolio } from './portfolio-api.ts';
import { PortfolioCard } from './portfolio-card.tsx';
import { usePortfolioWords } from './portfolio-words.ts';

export function PersonWork({ personId }: { readonly personId: string }) {
  const t = usePortfolioWords();
  const { zone } = useShop();
  const { data, error, again } = usePortfolio(personId);
  if (data === undefined)
    return error === null ? (
      <Skeleton label={t.loading} rows={4} />
    ) : (
      <UnreadState error={error} words={t} onAgain={() => void again()} />
    );
  return (
    <>
      <PortfolioCard portfolio={data} zone={zone} />
      <AbsencesCard portfolio={data} zone={zone} />
    </>
  );
}
