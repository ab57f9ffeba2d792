/** The last look before a publication: what changes and where, what to confirm, from when on, why, and what the ticket is told. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { type DraftFaults, faultsOf, type ReadDraft } from '#web/policy/form/draft-policy.ts';
import { useFaultText } from '#web/policy/form/fault-text.tsx';
import type { HoursDraft } from '#web/policy/form/hours-draft.ts';
import { MomentFields } from '#web/policy/form/moment-fields.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { refreshSupport } from '#web/shell/support/brand-queries.ts';
import { type Brand, publish } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import { policyChanges } from '#words/policy/policy-change.ts';
import { ChangeText } from './change-text.tsx';
import { LintChecks, unconfirmed } from './lint-checks.tsx';
import type { LintBody, PreviewBody, TicketBody } from './preview-api.ts';
import styles from './publish-sheet.module.css';
import type { PublishedHours } from './published-hours.ts';
import { useReadyAnswer } from './ready-answer.ts';

export interface PublishSheetProps {
  readonly brand: Brand;
  readonly published: PublishedHours;
  readonly policy: Policy;
  readonly draft: HoursDraft;
  readonly read: ReadDraft;
  readonly preview: PreviewBody | null;
  readonly ticket: TicketBody | null;
  readonly now: Instant;
  readonly onChange: (change: Partial<HoursDraft>) => void;
  readonly onBack: () => void;
  /** What the server refused of the policy: the sheet goes back for it. */
  readonly onFaults: (faults: DraftFaults) => void;
  readonly onPublished: () => void;
}

const EFFECTIVES = ['next-quiet-start', 'now', 'date'] as const;

export function PublishSheet(props: PublishSheetProps) {
  const { brand, published, policy, draft, read, preview, ticket, now, onChange, onBack, onFaults, onPublished } =
    props;
  const t = useWords();
  const c = useConfigureWords();
  const language = useLanguage();
  const faultText = useFaultText();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState<{ lints: readonly LintBody[] | null; faults: DraftFaults }>(NOTHING_SAID);
  const lints = said.lints ?? preview?.lints ?? [];
  const left = unconfirmed(lints, draft.confirmed);
  const ready = useReadyAnswer({ brand, policy, read, draft, ticket, conflicts: preview?.conflicts ?? [], now });
  const answer = draft.answer ?? ready;
  const faults = tried ? { ...said.faults, ...read.publishFaults } : {};
  const effectiveFault = faults.effective;
  // The hours stand above, old and new.
  const { windows, clocks } = policy;
  const { newest } = published;
  const changes = newest === null ? [] : policyChanges(language, { ...newest, windows, clocks }, policy);

  const edit = (change: Partial<HoursDraft>) => {
    setFault(null);
    setSaid({ ...said, faults: {} });
    onChange(change);
  };
  const send = async () => {
    setTried(true);
    setFault(null);
    if (Object.keys(read.publishFaults).length > 0 || read.effective === null) return;
    if (left.length > 0) return setFault(c.toConfirm(left.length));
    setBusy(true);
    const sent = await publish(brand.id, {
      policy,
      effective: read.effective,
      reason: draft.reason.trim(),
      confirmed: lints.map(({ code }) => code),
      ...(ticket === null ? {} : { ticketId: ticket.id, answer: answer.trim() || ready }),
    });
    if (sent.kind === 'done') {
      await refreshSupport();
      showToast({ text: t.published(when(language, Date.parse(sent.body.effectiveAt), now, brand.zone)) });
      return onPublished();
    }
    setBusy(false);
    if (sent.kind === 'lost') return setFault(t.unreached);
    const { refusal } = sent;
    // Another's change may have made something worth a look since the preview.
    if (refusal.code === 'lints_unconfirmed') setSaid({ lints: refusal.lints as readonly LintBody[], faults: {} });
    const ofPolicy = (refusal.faults ?? []).filter(({ path }) => path.startsWith('policy'));
    if (ofPolicy.length > 0) {
      onFaults(faultsOf(ofPolicy));
      return onBack();
    }
    if (refusal.code === 'effective_in_past') return setSaid({ ...said, faults: { effective: { code: 'past' } } });
    setSaid((before) => ({ ...before, faults: faultsOf(refusal.faults ?? []) }));
    setFault(refusal.detail);
  };

  return (
    <Sheet
      stay
      title={t.confirmTitle(brand.name)}
      onBack={onBack}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onBack}>
            {t.back}
          </Button>
          <Button tone="main" busy={busy} onClick={() => void send()}>
            {t.publish}
          </Button>
        </ActionRow>
      }
    >
      <ChangeText published={published} after={policy} now={now} zone={brand.zone} />
      {changes.length > 0 && (
        <section>
          <h3>{c.changes}</h3>
          <ul className={styles.facts}>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.soft}>{t.confirmStores(brand.stores.length)}</p>
      {lints.length > 0 && (
        <section className={styles.part}>
          <h3>{c.lints}</h3>
          <LintChecks lints={lints} confirmed={draft.confirmed} onChange={(confirmed) => edit({ confirmed })} />
        </section>
      )}
      <Choices
        legend={t.effective}
        value={draft.effective}
        onChange={(effective) => edit({ effective })}
        choices={EFFECTIVES.map((value) => ({ value, label: t.effectives[value] }))}
      />
      {draft.effective === 'date' ? (
        <MomentFields
          moment={{ date: draft.date, time: draft.time }}
          zone={brand.zone}
          fault={effectiveFault && 'code' in effectiveFault ? (effectiveFault.code as 'past') : null}
          onChange={edit}
        />
      ) : (
        <p className={styles.soft}>{t.effectiveHints[draft.effective]}</p>
      )}
      <TextArea
        rows={2}
        label={t.reason}
        hint={t.reasonHint}
        value={draft.reason}
        maxLength={500}
        onChange={(event) => edit({ reason: event.target.value })}
        fault={faultText({ fault: faults.reason })}
      />
      {ticket !== null && (
        <TextArea
          rows={6}
          label={c.answer}
          hint={c.answerHint}
          value={answer}
          maxLength={4000}
          onChange={(event) => edit({ answer: event.target.value })}
        />
      )}
      <div role="alert">
        {fault !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.refused}>
            {fault}
          </Band>
        )}
      </div>
    </Sheet>
  );
}

const NOTHING_SAID = { lints: null, faults: {} };
