/** The page of one campaign: what can be done now, how it is set, what became of it, and its versions. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import { CAMPAIGNS_PATH } from './campaign-paths.ts';
import { StateTag } from './campaign-tags.tsx';
import styles from './campaigns.module.css';
import { type Campaign, fieldsOfCampaign, useCampaign } from './campaigns-api.ts';
import { nameOf, useCampaignsWords } from './campaigns-words.ts';
import { DaysCard } from './days-card.tsx';
import { RehearsalCard } from './rehearsal/rehearsal-card.tsx';
import { StepsCard } from './steps-card.tsx';
import { SummaryCard } from './summary-card.tsx';

export function CampaignPage({ id }: { readonly id: string }) {
  const t = useCampaignsWords();
  const { data: campaign, error, again } = useCampaign(id);
  return (
    <div className={styles.page}>
      <ScreenHead
        back={
          <ButtonLink href={CAMPAIGNS_PATH} icon={<BackIcon />}>
            {t.back}
          </ButtonLink>
        }
        title={campaign === undefined ? t.campaign : nameOf(t, campaign)}
        beside={campaign && <StateTag state={campaign.state} />}
      />
      {campaign === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={6} />
        ) : (
          <UnreadState error={error} words={t} onAgain={() => void again()} />
        )
      ) : (
        <>
          <StepsCard campaign={campaign} />
          <SummaryCard campaign={campaign} />
          {campaign.state !== 'ended' && (
            <RehearsalCard fields={fieldsOfCampaign(campaign)} id={campaign.id} onChange={null} />
          )}
          <FiguresCard campaign={campaign} />
          <DaysCard days={campaign.days} />
          <VersionsCard versions={campaign.versions} />
        </>
      )}
    </div>
  );
}

function FiguresCard({ campaign: { figures } }: { readonly campaign: Campaign }) {
  const t = useCampaignsWords();
  return (
    <Card>
      <h2>{t.figures}</h2>
      <dl className={styles.figures}>
        {(['suggested', 'sent', 'putOff', 'answered'] as const).map((name) => (
          <div key={name}>
            <dt>{t.columns[name]}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>{t.figuresLead}</p>
    </Card>
  );
}

function VersionsCard({ versions }: Pick<Campaign, 'versions'>) {
  const t = useCampaignsWords();
  const language = useLanguage();
  const { zone } = useShop();
  if (versions.length === 0) return null;
  return (
    <Card>
      <h2>{t.versions}</h2>
      <ul className={styles.lines}>
        {versions.map(({ version, by, at }) => (
          <li key={version}>{t.version(version, by, when(language, Date.parse(at), serverNow(), zone))}</li>
        ))}
      </ul>
    </Card>
  );
}
