/** The brand's campaigns with their state and figures: a table on a desk, a list on a phone. */

import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { PAGE_ROWS } from '#web/shell/table/desk-table-props.ts';
import { type PagedFilter, usePagedFilter } from '#web/shell/table/use-paged-filter.ts';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { StarIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { useIsDesk } from '#web/ui/layout/use-is-desk.ts';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { CAMPAIGNS_PATH, campaignPath, NEW_CAMPAIGN_PATH } from './campaign-paths.ts';
import { StateTag } from './campaign-tags.tsx';
import styles from './campaigns.module.css';
import { useCampaigns } from './campaigns-api.ts';
import { CampaignsTable, periodText } from './campaigns-table.tsx';
import { nameOf, useCampaignsWords } from './campaigns-words.ts';

interface PageFilter {
  readonly show: 'current' | 'ended';
  readonly page: string;
}
const CURRENT: PageFilter = { show: 'current', page: '1' };
const CHOICES = { show: ['current', 'ended'] } as const;

export function CampaignsPage() {
  const t = useCampaignsWords();
  const { session } = useShop();
  const list = usePagedFilter<PageFilter>(CAMPAIGNS_PATH, CURRENT, CHOICES);
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={t.campaigns}
        beside={<PersonMenu session={session} place="head" />}
      />
      <p className={styles.soft}>{t.lead}</p>
      <div className={styles.row}>
        <ButtonLink href={NEW_CAMPAIGN_PATH}>{t.newCampaign}</ButtonLink>
      </div>
      <Choices
        legend={t.show}
        hideLegend
        value={list.filter.show}
        onChange={(show) => list.setFilter({ show })}
        choices={CHOICES.show.map((value) => ({ value, label: t.shown[value] }))}
      />
      <Found {...list} />
    </>
  );
}

function Found({ filter: { show }, page, setPage }: PagedFilter<PageFilter>) {
  const t = useCampaignsWords();
  const language = useLanguage();
  const isDesk = useIsDesk();
  const { data, error, again, more, readingMore } = useCampaigns(show, page * PAGE_ROWS);
  if (data === undefined)
    return error === null ? (
      <Skeleton label={t.loading} rows={5} />
    ) : (
      <UnreadState error={error} words={t} onAgain={() => void again()} />
    );
  const isCurrent = show === 'current';
  if (data.items.length === 0)
    return (
      <EmptyState
        icon={<StarIcon size={26} />}
        title={isCurrent ? t.none : t.noneShown}
        action={isCurrent && <ButtonLink href={NEW_CAMPAIGN_PATH}>{t.newCampaign}</ButtonLink>}
      >
        {isCurrent ? t.noneMore : t.noneShownMore}
      </EmptyState>
    );
  return (
    <>
      <p role="status" className={styles.soft}>
        {t.found(data.items[0]?.found ?? 0)}
      </p>
      {isDesk ? (
        <CampaignsTable {...{ page, more, readingMore }} campaigns={data.items} onPage={setPage} />
      ) : (
        <List label={t.campaigns}>
          {data.items.map((campaign) => (
            <ListItem
              key={campaign.id}
              level={2}
              title={nameOf(t, campaign)}
              link={{ href: campaignPath(campaign.id), label: t.open(nameOf(t, campaign)) }}
              meta={
                <>
                  <StateTag state={campaign.state} /> · {t.priorityOf(campaign.priority)} ·{' '}
                  {periodText(t, language, campaign)}
                  {' · '}
                  {t.inShort(campaign.figures)}
                </>
              }
            />
          ))}
        </List>
      )}
      {more && !isDesk && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}
