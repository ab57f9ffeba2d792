/** The form of a campaign: what it is, for whom, the text with a live preview, and the legal basis. */
import type { FormEvent } from 'react';
import styles from '#web/campaigns/brand/campaigns.module.css';
import { useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import { RehearsalCard } from '#web/campaigns/brand/rehearsal/rehearsal-card.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field, TextArea } from '#web/ui/forms/field.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { AmountField, AudienceFields } from './audience-fields.tsx';
import { type CampaignDraft, fieldsOf } from './campaign-draft.ts';
import { EstimateCard } from './estimate-card.tsx';
import type { DraftPlace } from './kept-draft.ts';
import { CampaignText } from './text-field.tsx';
import { type Faults, type FormStart, useCampaignForm } from './use-campaign-form.ts';

export interface CampaignFormProps {
  readonly place: DraftPlace;
  readonly start: CampaignDraft;
  readonly isDraft?: boolean;
  readonly toMend?: FormStart['toMend'];
  readonly onSaved: (id: string) => void;
}

export function CampaignForm({ place, start, isDraft = true, toMend, onSaved }: CampaignFormProps) {
  const t = useCampaignsWords();
  const { draft, faults, problem, busy, form, isKept, edit, drop, save } = useCampaignForm({
    ...{ place, draft: start, toMend, onSaved },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form ref={form} className={styles.page} noValidate onSubmit={send}>
      {isKept && (
        <Band
          title={place.edited === null ? t.keptDraft : t.keptChange}
          action={<Button onClick={drop}>{place.edited === null ? t.dropDraft : t.dropChange}</Button>}
        />
      )}
      <FactsCard {...{ draft, faults, edit }} />
      <Card>
        <h2>{t.audience}</h2>
        <p className={styles.soft}>{t.audienceLead}</p>
        <AudienceFields draft={draft} faults={faults} onEdit={edit} />
      </Card>
      <Card>
        <h2>{t.message}</h2>
        <CampaignText text={draft.text} fault={faults.text} onChange={(text) => edit({ text })} />
      </Card>
      <EstimateCard draft={draft} />
      <RehearsalCard
        fields={fieldsOf(draft)}
        id={place.edited?.id ?? null}
        onChange={(change) => {
          const { to, perSellerDay } = draft;
          edit(change);
          return () => edit({ to, perSellerDay });
        }}
      />
      <LegalCard {...{ draft, faults, edit }} />
      <div role="alert">
        {problem !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.notSaved}>
            {problem}
          </Band>
        )}
      </div>
      <p className={styles.soft}>{t.leaveHint}</p>
      <div className={styles.actions}>
        <Button type="submit" tone="main" busy={busy}>
          {isDraft ? t.save : t.saveChange}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly draft: CampaignDraft;
  readonly faults: Faults;
  readonly edit: (change: Partial<CampaignDraft>) => void;
}

function FactsCard({ draft, faults, edit }: PartProps) {
  const t = useCampaignsWords();
  const amount = { draft, onEdit: edit };
  return (
    <Card>
      <h2>{t.facts}</h2>
      <div className={styles.fields}>
        <Field
          label={t.name}
          hint={t.nameHint}
          fault={faults.name}
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => edit({ name: event.target.value })}
        />
        <div className={styles.pair}>
          <Field
            type="date"
            label={t.from}
            hint={t.fromHint}
            fault={faults.from}
            value={draft.from}
            onChange={(event) => edit({ from: event.target.value })}
          />
          <Field
            type="date"
            label={t.to}
            hint={t.toHint}
            fault={faults.to}
            value={draft.to}
            onChange={(event) => edit({ to: event.target.value })}
          />
        </div>
        <AmountField {...amount} field="priority" label={t.priority} hint={t.priorityHint} fault={faults.priority} />
        <AmountField
          {...amount}
          field="perSellerDay"
          label={t.perSeller}
          hint={t.perSellerHint}
          fault={faults.perSellerDay}
        />
        <AmountField
          {...amount}
          field="coolDownDays"
          label={t.coolDown}
          hint={t.coolDownHint}
          fault={faults.coolDownDays}
        />
      </div>
    </Card>
  );
}

function LegalCard({ draft, faults, edit }: PartProps) {
  const t = useCampaignsWords();
  return (
    <Card>
      <h2>{t.legal}</h2>
      <p className={styles.soft}>{t.legalLead}</p>
      <Choices
        legend={t.legal}
        hideLegend
        value={draft.legalBasis}
        onChange={(legalBasis) => edit({ legalBasis })}
        choices={(['consent', 'legitimate_interest'] as const).map((value) => ({ value, label: t.bases[value] }))}
      />
      {draft.legalBasis === 'legitimate_interest' && (
        <TextArea
          label={t.legalReason}
          hint={t.legalReasonHint}
          fault={faults.legalReason}
          rows={2}
          maxLength={500}
          value={draft.legalReason}
          onChange={(event) => edit({ legalReason: event.target.value })}
        />
      )}
    </Card>
  );
}
