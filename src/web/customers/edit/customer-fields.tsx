/** The fields of a customer's form, in four parts: who, permission, where and when, and what to remember. */
import type { ChangeEvent } from 'react';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { STATES_OF_BRAZIL, ZONES_OF_BRAZIL } from '#web/shell/time/places-of-brazil.ts';
import { Choices } from '#web/ui/forms/chip.tsx';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { Field, TextArea } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { cityOfZone } from '#words/core/zone-city.ts';
import type { CustomerDraft } from './customer-draft.ts';
import styles from './edit.module.css';
import { useFormWords } from './form-words.ts';
import { TagField } from './tag-field.tsx';
import type { CustomerForm } from './use-customer-form.ts';

type Typing = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

/** `known`: the permission that is stored. A known permission cannot become unknown again. */
export function CustomerFields({ form, known }: { form: CustomerForm; known: CustomerDraft['permission'] }) {
  return (
    <>
      <WhoFields form={form} />
      <PermissionFields form={form} known={known} />
      <PlaceFields form={form} />
      <MemoryFields form={form} />
    </>
  );
}

function WhoFields({ form: { draft, faults, holder, edit } }: { readonly form: CustomerForm }) {
  const t = useFormWords();
  return (
    <Card>
      <h2>{t.who}</h2>
      <div className={styles.fields}>
        <Field
          label={t.name}
          fault={faults.name}
          value={draft.name}
          maxLength={120}
          autoComplete="off"
          onChange={(event: Typing) => edit({ name: event.target.value })}
        />
        <Field
          type="tel"
          label={t.phone}
          hint={t.phoneHint}
          fault={
            faults.phone && (
              <>
                {faults.phone} {holder && <Link href={`/cliente/${holder.id}`}>{t.open(holder.name)}</Link>}
              </>
            )
          }
          value={draft.phone}
          maxLength={60}
          autoComplete="off"
          onChange={(event: Typing) => edit({ phone: event.target.value })}
        />
      </div>
    </Card>
  );
}

function PermissionFields({ form, known }: { form: CustomerForm; known: CustomerDraft['permission'] }) {
  const t = useFormWords();
  const { today } = useTimeText();
  const { draft, faults, edit } = form;
  const { state, on } = draft.permission;
  const offered =
    known.state === 'unknown' ? (['granted', 'refused', 'unknown'] as const) : (['granted', 'refused'] as const);
  const choose = (next: CustomerDraft['permission']['state']) =>
    edit({ permission: { state: next, on: next === 'unknown' ? '' : next === known.state ? known.on : today } });
  return (
    <Card>
      <h2>{t.permission}</h2>
      <div className={styles.fields}>
        <Choices
          legend={t.permissionLegend}
          value={state}
          choices={offered.map((value) => ({ value, label: t.states[value] }))}
          onChange={choose}
        />
        {state !== 'unknown' && (
          <Field
            type="date"
            label={t.on}
            hint={state === 'refused' ? t.refusalNote : t.consentNote}
            fault={faults.on ?? faults.permission}
            value={on}
            max={today}
            onChange={(event: Typing) => edit({ permission: { state, on: event.target.value } })}
          />
        )}
      </div>
    </Card>
  );
}

function PlaceFields({ form: { draft, faults, edit } }: { readonly form: CustomerForm }) {
  const t = useFormWords();
  const { today } = useTimeText();
  const option = (value: string) => ({ value, label: value });
  const zones = [...new Set([...ZONES_OF_BRAZIL, ...(draft.zone === '' ? [] : [draft.zone])])];
  const states = [...new Set([...STATES_OF_BRAZIL, ...(draft.state === '' ? [] : [draft.state])])];
  return (
    <Card>
      <h2>{t.where}</h2>
      <div className={styles.fields}>
        <Field
          label={t.city}
          fault={faults.city}
          value={draft.city}
          maxLength={120}
          autoComplete="off"
          onChange={(event: Typing) => edit({ city: event.target.value })}
        />
        <SelectField
          label={t.state}
          fault={faults.state}
          value={draft.state}
          groups={[{ label: t.state, options: [{ value: '', label: t.noState }, ...states.map(option)] }]}
          onChange={(state) => edit({ state })}
        />
        <SelectField
          label={t.zone}
          hint={t.zoneHint}
          fault={faults.zone}
          value={draft.zone}
          groups={[
            {
              label: t.zone,
              options: [
                { value: '', label: t.zoneByPlace },
                ...zones.map((value) => ({ value, label: cityOfZone(value) })),
              ],
            },
          ]}
          onChange={(zone) => edit({ zone })}
        />
        <Field
          label={t.contactFrom}
          hint={t.contactFromHint}
          fault={faults.contactFrom}
          value={draft.contactFrom}
          inputMode="numeric"
          maxLength={8}
          autoComplete="off"
          onChange={(event: Typing) => edit({ contactFrom: event.target.value })}
          onBlur={() => edit({ contactFrom: readClock(draft.contactFrom) ?? draft.contactFrom })}
        />
        <Field
          type="date"
          label={t.birthday}
          fault={faults.bornOn}
          value={draft.bornOn}
          min="1890-01-01"
          max={today}
          onChange={(event: Typing) => edit({ bornOn: event.target.value })}
        />
        <Field
          type="email"
          label={t.email}
          fault={faults.email}
          value={draft.email}
          maxLength={254}
          autoComplete="off"
          onChange={(event: Typing) => edit({ email: event.target.value })}
        />
      </div>
    </Card>
  );
}

function MemoryFields({ form: { draft, faults, edit } }: { readonly form: CustomerForm }) {
  const t = useFormWords();
  return (
    <Card>
      <h2>{t.more}</h2>
      <div className={styles.fields}>
        <TextArea
          label={t.note}
          hint={t.noteHint}
          fault={faults.note}
          value={draft.note}
          maxLength={4000}
          onChange={(event: Typing) => edit({ note: event.target.value })}
        />
        <TagField tags={draft.tags} fault={faults.tags} onChange={(tags) => edit({ tags })} />
      </div>
    </Card>
  );
}
