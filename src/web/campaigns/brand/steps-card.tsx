/** What can be done with a campaign now: start, pause and end it, edit it, or begin another one from it. */
import { useState } from 'react';
import { type Answer, faultOf, type Refusal } from '#web/shell/api/call.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { copyPath, editPath } from './campaign-paths.ts';
import styles from './campaigns.module.css';
import { type Campaign, endCampaign, pauseCampaign, startCampaign } from './campaigns-api.ts';
import { faultSentence, nameOf, useCampaignsWords } from './campaigns-words.ts';

type Asking = 'pause' | 'end' | 'partial';

export function StepsCard({ campaign }: { readonly campaign: Campaign }) {
  const t = useCampaignsWords();
  const { asking, ask, busy, refusal, isLost, start, pause, end } = useSteps(campaign);
  const { id, state } = campaign;
  const hint = { draft: t.startHint, running: t.runningHint, paused: t.pausedHint, ended: t.endedHint }[state];
  return (
    <Card>
      <p className={styles.soft}>{hint}</p>
      <ToMend faults={campaign.toMend} />
      <div role="alert">
        {(refusal !== null || isLost) && (
          <Band tone="warn" picture={<AttentionIcon />} title={refusal?.title ?? t.notDone}>
            {refusal === null ? t.unreached : textOf(refusal)}
          </Band>
        )}
      </div>
      <div className={styles.row}>
        {(state === 'draft' || state === 'paused') && (
          <Button tone="main" busy={busy} onClick={() => void start(false)}>
            {state === 'draft' ? t.start : t.resume}
          </Button>
        )}
        {state === 'running' && <Button onClick={() => ask('pause')}>{t.pause}</Button>}
        {state !== 'ended' && <ButtonLink href={editPath(id)}>{t.edit}</ButtonLink>}
        <ButtonLink href={copyPath(id)}>{t.copy}</ButtonLink>
        {state !== 'ended' && (
          <Button tone="text" onClick={() => ask('end')}>
            {state === 'draft' ? t.discard : t.end}
          </Button>
        )}
      </div>
      {asking === 'partial' && refusal !== null && (
        <PartialSheet id={id} refusal={refusal} busy={busy} onBack={() => ask(null)} onStart={() => void start(true)} />
      )}
      {asking === 'pause' && (
        <Sheet
          title={t.pauseTitle(nameOf(t, campaign))}
          onBack={() => ask(null)}
          actions={
            <>
              <Button wide tone="main" firstFocus busy={busy} onClick={() => void pause()}>
                {t.pause}
              </Button>
              <Button wide onClick={() => ask(null)}>
                {t.goBack}
              </Button>
            </>
          }
        >
          <p>{t.pauseText(campaign.open)}</p>
        </Sheet>
      )}
      {asking === 'end' && <EndSheet campaign={campaign} busy={busy} onBack={() => ask(null)} onEnd={end} />}
    </Card>
  );
}

/** The title is shown already, so that the sentence alone follows. What is to mend has a list of its own. */
function textOf(refusal: Refusal): string {
  const isNamed = refusal.faults !== undefined && refusal.code !== 'campaign_incomplete';
  return isNamed ? faultOf(refusal) : refusal.detail;
}

/** Lists what a draft still lacks, so that nobody learns of it by a refusal. */
function ToMend({ faults }: { readonly faults: Campaign['toMend'] }) {
  const t = useCampaignsWords();
  if (faults.length === 0) return null;
  return (
    <div className={styles.group}>
      <h2>{t.toMend(faults.length)}</h2>
      <ul className={styles.toMend}>
        {faults.map(({ path, code, start, message }) => (
          <li key={`${path} ${code} ${start ?? ''}`}>
            <strong>{t.fieldNames[path] ?? t.campaign}</strong>: {faultSentence(t, { start, message })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PartialSheetProps {
  readonly id: string;
  readonly refusal: Refusal;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onStart: () => void;
}

function PartialSheet({ id, refusal, busy, onBack, onStart }: PartialSheetProps) {
  const t = useCampaignsWords();
  const [, go] = useLocation();
  return (
    <Sheet
      title={t.partialTitle}
      onBack={onBack}
      actions={
        <>
          <Button wide tone="main" firstFocus onClick={() => go(editPath(id))}>
            {t.partialEdit}
          </Button>
          <Button wide busy={busy} onClick={onStart}>
            {t.partialStart}
          </Button>
          <Button wide tone="text" onClick={onBack}>
            {t.goBack}
          </Button>
        </>
      }
    >
      <p>{refusal.detail}</p>
    </Sheet>
  );
}

interface EndSheetProps {
  readonly campaign: Campaign;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onEnd: (held: 'keep' | 'cancel') => Promise<void>;
}

/** Ending cannot be undone, and the contacts that are held were promised to customers' sellers: so both are asked. */
function EndSheet({ campaign, busy, onBack, onEnd }: EndSheetProps) {
  const t = useCampaignsWords();
  const [held, setHeld] = useState<'keep' | 'cancel'>('keep');
  const isDraft = campaign.state === 'draft';
  return (
    <Sheet
      title={t.endTitle(nameOf(t, campaign))}
      onBack={onBack}
      actions={
        <>
          <Button wide firstFocus onClick={onBack}>
            {t.goBack}
          </Button>
          <Button wide busy={busy} onClick={() => void onEnd(held)}>
            {isDraft ? t.discard : t.end}
          </Button>
        </>
      }
    >
      <p>{t.endText(campaign.open)}</p>
      {campaign.held > 0 && (
        <Choices
          legend={t.endHeld(campaign.held)}
          value={held}
          onChange={setHeld}
          choices={[
            { value: 'keep', label: t.heldKeep },
            { value: 'cancel', label: t.heldCancel },
          ]}
        />
      )}
    </Sheet>
  );
}

/** Carries out the steps. A campaign that is too large asks whether to start anyway. */
function useSteps({ id }: Campaign) {
  const t = useCampaignsWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isLost, setIsLost] = useState(false);
  async function carryOut<Body>(sending: Promise<Answer<Body>>, said: (body: Body) => string): Promise<void> {
    setBusy(true);
    setRefusal(null);
    setIsLost(false);
    const answer = await sending;
    setBusy(false);
    if (answer.kind === 'refused') setRefusal(answer.refusal);
    if (answer.kind === 'lost') setIsLost(true);
    if (answer.kind === 'done') showToast({ text: said(answer.body) });
    setAsking(answer.kind === 'refused' && answer.refusal.reason === 'too_large' ? 'partial' : null);
  }
  return {
    ...{ asking, busy, refusal, isLost },
    ask: setAsking,
    start: (partial: boolean) => carryOut(startCampaign(id, partial), () => t.started),
    pause: () => carryOut(pauseCampaign(id), () => t.paused),
    end: (held: 'keep' | 'cancel') => carryOut(endCampaign(id, held), ({ cancelled }) => t.ended(cancelled)),
  };
}
