/** Sends a publication, and keeps the faults that the server or the form found in it. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { type DraftFaults, faultsOf, type ParsedDraft } from '#web/policy/form/draft-policy.ts';
import type { HoursDraft } from '#web/policy/form/hours-draft.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { refreshSupport } from '#web/shell/support/brand-queries.ts';
import { type Brand, publish } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import { unconfirmed } from './lint-checks.tsx';
import type { LintBody, PreviewBody, TicketBody } from './preview-api.ts';
import { useReadyAnswer } from './ready-answer.ts';

export interface PublishingProps {
  readonly brand: Brand;
  readonly policy: Policy;
  readonly draft: HoursDraft;
  readonly parsed: ParsedDraft;
  readonly preview: PreviewBody | null;
  readonly ticket: TicketBody | null;
  readonly now: Instant;
  readonly onChange: (change: Partial<HoursDraft>) => void;
  readonly onBack: () => void;
  /** Gets the faults that the server found in the policy: the sheet closes, so that the form shows them. */
  readonly onFaults: (faults: DraftFaults) => void;
  readonly onPublished: () => void;
}

export function usePublishing(props: PublishingProps) {
  const { brand, policy, draft, parsed, preview, ticket, now, onChange, onBack, onFaults, onPublished } = props;
  const t = useWords();
  const c = useConfigureWords();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [fromServer, setFromServer] = useState<{ lints: readonly LintBody[] | null; faults: DraftFaults }>(
    NOTHING_FROM_SERVER,
  );
  const lints = fromServer.lints ?? preview?.lints ?? [];
  const unconfirmedLints = unconfirmed(lints, draft.confirmed);
  const conflicts = preview?.conflicts ?? [];
  const preparedAnswer = useReadyAnswer({ brand, policy, parsed, draft, ticket, conflicts, now });
  const answer = draft.answer ?? preparedAnswer;
  const faults = tried ? { ...fromServer.faults, ...parsed.publishFaults } : {};
  const edit = (change: Partial<HoursDraft>) => {
    setFault(null);
    setFromServer({ ...fromServer, faults: {} });
    onChange(change);
  };
  const send = async () => {
    setTried(true);
    setFault(null);
    if (Object.keys(parsed.publishFaults).length > 0 || parsed.effective === null) return;
    if (unconfirmedLints.length > 0) return setFault(c.toConfirm(unconfirmedLints.length));
    setBusy(true);
    const sent = await publish(brand.id, {
      policy,
      effective: parsed.effective,
      reason: draft.reason.trim(),
      // All are confirmed here: an unconfirmed one has returned above.
      confirmed: lints.map(({ code }) => code),
      ...(ticket === null ? {} : { ticketId: ticket.id, answer: answer.trim() || preparedAnswer }),
    });
    if (sent.kind === 'done') {
      await refreshSupport();
      showToast({ text: t.published(when(language, Date.parse(sent.body.effectiveAt), now, brand.zone)) });
      return onPublished();
    }
    setBusy(false);
    if (sent.kind === 'lost') return setFault(t.unreached);
    const { refusal } = sent;
    // Another person's change may have added a lint since the preview.
    if (refusal.code === 'lints_unconfirmed')
      setFromServer({ lints: refusal.lints as readonly LintBody[], faults: {} });
    const ofPolicy = (refusal.faults ?? []).filter(({ path }) => path.startsWith('policy'));
    if (ofPolicy.length > 0) {
      onFaults(faultsOf(ofPolicy));
      return onBack();
    }
    if (refusal.code === 'effective_in_past')
      return setFromServer({ ...fromServer, faults: { effective: { code: 'past' } } });
    setFromServer((before) => ({ ...before, faults: faultsOf(refusal.faults ?? []) }));
    setFault(refusal.detail);
  };

  return { busy, fault, lints, answer, faults, edit, send };
}

const NOTHING_FROM_SERVER = { lints: null, faults: {} };
