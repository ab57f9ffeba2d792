/** The page on which support creates a brand: name, address, article, plan and zone, each with its fault beside it. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#web/shell/api/call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { consoleNow, refreshSupport } from '#web/shell/support/brand-queries.ts';
import type { PlanName } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { ZONES_OF_BRAZIL } from '#web/shell/time/places-of-brazil.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Fault, Field, Hint } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { AttentionIcon, BackIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { createBrand } from './new-brand-api.ts';
import styles from './new-brand-page.module.css';
import { useNewBrandWords } from './new-brand-words.ts';
import { slugOf } from './slug-suggestion.ts';
import { zoneGroups } from './zone-choices.ts';

type Article = 'a' | 'o' | '';

interface Draft {
  readonly name: string;
  /** Null: the slug follows the name. */
  readonly slug: string | null;
  readonly article: Article | null;
  readonly plan: PlanName | null;
  readonly zone: string;
}

type FieldName = keyof Draft;
type Faults = Readonly<Partial<Record<FieldName, string>>>;

const FIELDS: readonly FieldName[] = ['name', 'slug', 'article', 'plan', 'zone'];
const PLANS: readonly PlanName[] = ['starter', 'growth', 'enterprise'];
const ARTICLES: readonly Article[] = ['a', 'o', ''];
const EMPTY: Draft = { name: '', slug: null, article: null, plan: null, zone: ZONES_OF_BRAZIL[0] };

export function NewBrandPage() {
  const s = useWords();
  const t = useNewBrandWords();
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href="/suporte" icon={<BackIcon />}>
            {s.brands}
          </ButtonLink>
        }
        title={t.title}
      />
      <Card>
        <p className={styles.lead}>{t.lead}</p>
        <NewBrandForm />
      </Card>
    </>
  );
}

function NewBrandForm() {
  const s = useWords();
  const t = useNewBrandWords();
  const { draft, edit, slug, faults, fault, busy, form, send } = useNewBrand();
  const language = useLanguage();
  const [groups] = useState(() => zoneGroups(language, consoleNow() ?? Date.now(), t.zonesOfBrazil, t.otherZones));
  const shownName = draft.name.trim() === '' ? t.someName : draft.name.trim();
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={send}>
      <Field
        label={t.name}
        hint={t.nameHint}
        fault={faults.name}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => edit({ name: event.target.value }, 'name', ...(draft.slug === null ? SLUG : []))}
      />
      <Field
        label={t.slug}
        hint={t.slugHint}
        fault={faults.slug}
        value={slug}
        maxLength={41}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => edit({ slug: event.target.value }, 'slug')}
      />
      <FaultyChoice fault={faults.article} hint={t.articleHint}>
        <Choices
          legend={t.article}
          value={draft.article}
          onChange={(article) => edit({ article }, 'article')}
          choices={ARTICLES.map((value) => ({ value, label: t.articles[value](shownName) }))}
        />
      </FaultyChoice>
      <FaultyChoice fault={faults.plan}>
        <Choices
          legend={t.plan}
          value={draft.plan}
          onChange={(plan) => edit({ plan }, 'plan')}
          choices={PLANS.map((value) => ({ value, label: s.plans[value] }))}
        />
      </FaultyChoice>
      <SelectField
        label={t.zone}
        hint={t.zoneHint}
        fault={faults.zone}
        value={draft.zone}
        groups={groups}
        onChange={(zone) => edit({ zone }, 'zone')}
      />
      <div role="alert">
        {fault !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.notCreated}>
            {fault}
          </Band>
        )}
      </div>
      <div className={styles.actions}>
        <ButtonLink href="/suporte">{t.cancel}</ButtonLink>
        <Button type="submit" tone="main" busy={busy}>
          {t.create}
        </Button>
      </div>
    </form>
  );
}

const SLUG: readonly FieldName[] = ['slug'];

/** Shows the fault of a group of radio buttons below the group, and reads it aloud. */
function FaultyChoice(props: {
  readonly fault: string | undefined;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.choice} data-faulty={props.fault !== undefined || undefined}>
      {props.children}
      {props.hint && <Hint>{props.hint}</Hint>}
      <Fault>{props.fault}</Fault>
    </div>
  );
}

/** Keeps the draft and its faults, and sends the form. A fault of a field disappears when the field is changed. */
function useNewBrand() {
  const s = useWords();
  const t = useNewBrandWords();
  const [, go] = useLocation();
  const [draft, setDraft] = useState(EMPTY);
  const [faults, setFaults] = useState<Faults>({});
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Counts refusals, because a second refusal for the same fault must move the focus again.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) focusFirstFault(form.current);
  }, [refusals]);
  const slug = draft.slug ?? slugOf(draft.name);

  const edit = (change: Partial<Draft>, ...fields: readonly FieldName[]) => {
    setDraft({ ...draft, ...change });
    setFault(null);
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !fields.includes(name as FieldName))));
  };
  const show = (found: Faults) => {
    setFaults(found);
    setRefusals(refusals + 1);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { article, plan, zone } = draft;
    const name = draft.name.trim();
    const missing: Faults = {
      ...(name === '' && { name: t.nameMissing }),
      ...(slug === '' && { slug: t.slugMissing }),
      ...(article === null && { article: t.articleMissing }),
      ...(plan === null && { plan: t.planMissing }),
    };
    setFault(null);
    if (article === null || plan === null || Object.keys(missing).length > 0) return show(missing);
    setBusy(true);
    const answer = await createBrand({ name, slug, article, plan, zone });
    if (answer.kind === 'done') {
      await refreshSupport();
      showToast({ text: t.created });
      return go(`/suporte/${answer.body.slug}`, { replace: true });
    }
    setBusy(false);
    if (answer.kind === 'lost') return setFault(s.unreached);
    const found = faultsIn(answer.refusal);
    if (Object.keys(found).length > 0) return show(found);
    setFault(answer.refusal.detail);
  };
  return { draft, edit, slug, faults, fault, busy, form, send: (event: FormEvent) => void send(event) };
}

/** Returns the sentences of a refusal by the field that each is about. */
function faultsIn({ code, detail, faults = [] }: Refusal): Faults {
  if (code === 'slug_taken') return { slug: detail };
  return Object.fromEntries(
    faults.flatMap(({ path, message }) => {
      const field = FIELDS.find((each) => each === path);
      return field === undefined ? [] : [[field, message] as const];
    }),
  );
}

function focusFirstFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid=true], [data-faulty] input')?.focus();
}
