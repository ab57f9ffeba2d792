/** Keeps the draft of a campaign with its faults, on the device too, and saves it. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  type Campaign,
  type CampaignFields,
  changeCampaign,
  countAudience,
  createCampaign,
} from '#web/campaigns/brand/campaigns-api.ts';
import { faultSentence, useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import type { Answer, Refusal } from '#web/shell/api/call.ts';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type CampaignDraft, fieldsOf } from './campaign-draft.ts';
import { type DraftPlace, dropKeptDraft, keepDraft, readKeptDraft } from './kept-draft.ts';

export type Faults = Readonly<Record<string, string>>;

export interface FormStart {
  readonly place: DraftPlace;
  readonly draft: CampaignDraft;
  /** What a saved draft still lacks: shown at the fields until the first change. */
  readonly toMend?: Refusal['faults'];
  readonly onSaved: (id: string) => void;
}

export function useCampaignForm({ place, draft: start, toMend = [], onSaved }: FormStart) {
  const t = useCampaignsWords();
  const [kept] = useState(() => readKeptDraft(place));
  const [draft, setDraft] = useState(kept ?? start);
  const [isKept, setIsKept] = useState(kept !== null);
  const [faults, setFaults] = useState<Faults>(() => (kept === null ? faultsByField(t, toMend) : {}));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusFault = useFaultFocus(form);

  const edit = (change: Partial<CampaignDraft>) => {
    // A change that is taken back later must not take back what was typed since.
    setDraft((current) => {
      const next = { ...current, ...change };
      keepDraft(place, next);
      return next;
    });
    setProblem(null);
    setFaults({});
  };
  const drop = () => {
    dropKeptDraft(place);
    setDraft(start);
    setIsKept(false);
    setFaults({});
  };
  const showRefusal = (refusal: Refusal) => {
    const found = faultsOf(t, refusal);
    setFaults(found);
    focusFault();
    if (Object.keys(found).length === 0) setProblem(refusal.detail);
  };
  const save = async () => {
    if (busy) return;
    setProblem(null);
    setBusy(true);
    const fields = fieldsOf(draft);
    const answer = await send(place, fields);
    if (answer.kind !== 'done') {
      setBusy(false);
      return answer.kind === 'lost' ? setProblem(t.unreached) : showRefusal(answer.refusal);
    }
    dropKeptDraft(place);
    // The exact count reads every customer, and is told after saving, so that saving never waits for a fault in it.
    const { audience, coolDownDays, text } = fields;
    // A text with a fault fits nobody's words yet, so that the customers are counted without one.
    const hasFaultyText = answer.body.toMend.some(({ path }) => path === 'text');
    const counted = await countAudience({ audience, text: hasFaultyText ? '' : text, coolDownDays, exact: true });
    setBusy(false);
    const isDraft = answer.body.state === 'draft';
    showToast({ text: counted.kind === 'done' ? t.saved(counted.body.reachable, isDraft) : t.savedOnly });
    onSaved(answer.body.id);
  };
  return { draft, faults, problem, busy, form, isKept, edit, drop, save };
}

/** Returns a function that moves the focus to the first faulty field of the form. */
function useFaultFocus(form: RefObject<HTMLFormElement | null>): () => void {
  // Counts refusals, because a second refusal for the same fault must move the focus again.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals, form]);
  return () => setRefusals((count) => count + 1);
}

/** Creates the campaign, or changes the version that the author read. */
function send({ edited }: DraftPlace, fields: CampaignFields): Promise<Answer<Campaign>> {
  return edited === null ? createCampaign(fields) : changeCampaign(edited.id, { ...fields, version: edited.version });
}

/** Returns the sentences of a refusal by field. Filters share the field of their card. */
function faultsOf(t: Words, { code, detail, faults = [] }: Refusal): Faults {
  return code === 'campaign_name_taken' ? { name: detail } : faultsByField(t, faults);
}

function faultsByField(t: Words, faults: NonNullable<Refusal['faults']>): Faults {
  return Object.fromEntries(
    faults.map((fault) => [fault.path.split('.').slice(0, 2).join('.'), faultSentence(t, fault)]),
  );
}

type Words = ReturnType<typeof useCampaignsWords>;
