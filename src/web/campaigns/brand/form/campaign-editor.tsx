/** The pages on which a campaign is written: a new one, from a ready-made or another one, and an existing one. */
import { useState } from 'react';
import { CAMPAIGNS_PATH, campaignPath } from '#web/campaigns/brand/campaign-paths.ts';
import styles from '#web/campaigns/brand/campaigns.module.css';
import { type Campaign, useCampaign } from '#web/campaigns/brand/campaigns-api.ts';
import { nameOf, useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { type CampaignDraft, draftOfCampaign, EMPTY_CAMPAIGN } from './campaign-draft.ts';
import { CampaignForm } from './campaign-form.tsx';
import { type DraftPlace, dropKeptDraft } from './kept-draft.ts';
import { READY_MADE, readyMadeDraft } from './ready-made.ts';

/** `copiedFrom`: the campaign that the new one begins with; null: nothing. */
export function NewCampaign({ copiedFrom }: { readonly copiedFrom: string | null }) {
  const t = useCampaignsWords();
  const { data, error, again } = useCampaign(copiedFrom);
  return (
    <div className={styles.page}>
      <Head title={t.newTitle} back={CAMPAIGNS_PATH} label={t.back} />
      {copiedFrom === null || data !== undefined ? (
        <Starting copied={data ?? null} />
      ) : error === null ? (
        <Skeleton label={t.loading} rows={6} />
      ) : (
        <UnreadState error={error} words={t} onAgain={() => void again()} />
      )}
    </div>
  );
}

/** Offers the ready-made campaigns above the form; choosing one begins the form anew. */
function Starting({ copied }: { readonly copied: Campaign | null }) {
  const t = useCampaignsWords();
  const { person } = useShop();
  const [, go] = useLocation();
  const place: DraftPlace = { personId: person.id, edited: null, copiedFrom: copied?.id ?? null };
  const [start, setStart] = useState<{ readonly draft: CampaignDraft; readonly times: number }>({
    draft: copied === null ? EMPTY_CAMPAIGN : { ...draftOfCampaign(copied), name: '', from: '', to: '' },
    times: 0,
  });
  return (
    <>
      {copied === null && (
        <Card>
          <h2>{t.readyMade}</h2>
          <p className={styles.soft}>{t.readyMadeLead}</p>
          <ul className={styles.ready}>
            {READY_MADE.map((kind) => (
              <li key={kind}>
                <Button
                  onClick={() => {
                    // The choice replaces an older unsaved draft.
                    dropKeptDraft(place);
                    setStart(({ times }) => ({ draft: readyMadeDraft(t, kind), times: times + 1 }));
                  }}
                >
                  {t.ready[kind].title}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <CampaignForm
        key={start.times}
        place={place}
        start={start.draft}
        onSaved={(id) => go(campaignPath(id), { replace: true })}
      />
    </>
  );
}

export function EditCampaign({ id }: { readonly id: string }) {
  const t = useCampaignsWords();
  const { person } = useShop();
  const [, go] = useLocation();
  const { data, error, again } = useCampaign(id);
  // The form keeps its start, also when the campaign is read again meanwhile.
  const [edited, setEdited] = useState<Campaign | null>(null);
  if (edited === null && data !== undefined) setEdited(data);
  return (
    <div className={styles.page}>
      <Head title={t.editTitle} back={campaignPath(id)} label={edited === null ? t.campaign : nameOf(t, edited)} />
      {edited !== null ? (
        <CampaignForm
          place={{ personId: person.id, edited: { id, version: edited.version }, copiedFrom: null }}
          start={draftOfCampaign(edited)}
          isDraft={edited.state === 'draft'}
          toMend={edited.toMend}
          onSaved={() => go(campaignPath(id), { replace: true })}
        />
      ) : error === null ? (
        <Skeleton label={t.loading} rows={6} />
      ) : (
        <UnreadState error={error} words={t} onAgain={() => void again()} />
      )}
    </div>
  );
}

function Head({ title, back, label }: { readonly title: string; readonly back: string; readonly label: string }) {
  return (
    <ScreenHead
      back={
        <ButtonLink href={back} icon={<BackIcon />}>
          {label}
        </ButtonLink>
      }
      title={title}
    />
  );
}
