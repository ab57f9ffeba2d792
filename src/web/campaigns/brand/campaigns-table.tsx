/** The campaigns as a table, for wide screens. */
import { lazy, Suspense, useMemo } from 'react';
import type { Language } from '#contract/core/common.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { DeskColumn, DeskTableProps } from '#web/shell/table/desk-table-props.ts';
import { Link } from '#web/ui/layout/address.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { shortDate } from '#words/core/format.ts';
import { campaignPath } from './campaign-paths.ts';
import { StateTag } from './campaign-tags.tsx';
import type { CampaignLine } from './campaigns-api.ts';
import { nameOf, useCampaignsWords } from './campaigns-words.ts';

const DeskTable = lazy(async () => ({
  default: (await import('#web/shell/table/desk-table.tsx')).DeskTable<CampaignLine>,
}));

type Words = ReturnType<typeof useCampaignsWords>;

export interface CampaignsTableProps
  extends Pick<DeskTableProps<CampaignLine>, 'page' | 'onPage' | 'more' | 'readingMore'> {
  readonly campaigns: readonly CampaignLine[];
}

/** The order is that of the server: state, then the order in which customers are given. Sorting would hide it. */
export function CampaignsTable({ campaigns, ...pages }: CampaignsTableProps) {
  const t = useCampaignsWords();
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(t, language), [t, language]);
  return (
    <Suspense fallback={<Skeleton label={t.loading} rows={5} />}>
      <DeskTable
        {...{ columns, ...pages }}
        label={t.campaigns}
        rows={campaigns}
        total={campaigns[0]?.found ?? 0}
        sort=""
        order="asc"
        onSort={() => undefined}
      />
    </Suspense>
  );
}

function columnsOf(t: Words, language: Language): readonly DeskColumn<CampaignLine>[] {
  const column = (id: keyof Words['columns'], cell: DeskColumn<CampaignLine>['cell']) => ({
    ...{ id, title: t.columns[id], isSortable: false, cell },
  });
  return [
    column('name', (campaign) => (
      <Link href={campaignPath(campaign.id)} aria-label={t.open(nameOf(t, campaign))}>
        {nameOf(t, campaign)}
      </Link>
    )),
    column('state', ({ state }) => <StateTag state={state} />),
    column('priority', ({ priority }) => priority),
    column('period', (campaign) => periodText(t, language, campaign)),
    column('suggested', ({ figures }) => figures.suggested),
    column('sent', ({ figures }) => figures.sent),
    column('putOff', ({ figures }) => figures.putOff),
    column('answered', ({ figures }) => figures.answered),
  ];
}

/** Returns the period of a campaign in the reader's words; dates show their year. */
export function periodText(t: Words, language: Language, { from, to }: Pick<CampaignLine, 'from' | 'to'>): string {
  const date = (on: string | null) => (on === null ? null : shortDate(language, on, true));
  return t.period(date(from), date(to));
}
