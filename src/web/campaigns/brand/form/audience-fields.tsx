/** The filters of a campaign as rows of a form; what stays empty does not filter. */
import type { ReactNode } from 'react';
import styles from '#web/campaigns/brand/campaigns.module.css';
import { useSellerChoices, useStoreChoices } from '#web/campaigns/brand/campaigns-api.ts';
import { useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import { Field } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import type { CampaignDraft } from './campaign-draft.ts';
import { Checks } from './checks.tsx';
import type { Faults } from './use-campaign-form.ts';

export interface AudienceFieldsProps {
  readonly draft: CampaignDraft;
  readonly faults: Faults;
  readonly onEdit: (change: Partial<CampaignDraft>) => void;
}

export function AudienceFields({ draft, faults, onEdit }: AudienceFieldsProps) {
  const t = useCampaignsWords();
  const { data: stores = [] } = useStoreChoices();
  const { data: sellers = [] } = useSellerChoices();
  const amount = { draft, onEdit };
  return (
    <div className={styles.fields}>
      <Group legend={t.lastPurchase} fault={faults['audience.lastPurchaseDays']}>
        <div className={styles.pair}>
          <AmountField {...amount} field="lastMin" label={t.atLeast} />
          <AmountField {...amount} field="lastMax" label={t.atMost} />
        </div>
      </Group>
      <AmountField
        {...amount}
        field="birthday"
        label={t.birthday}
        hint={t.birthdayHint}
        fault={faults['audience.birthdayWithinDays']}
      />
      <Group legend={t.spent} fault={faults['audience.spent']}>
        <div className={styles.pair}>
          <AmountField {...amount} field="spentMin" label={t.spentMin} isDecimal />
          <AmountField {...amount} field="spentDays" label={t.spentDays} />
        </div>
      </Group>
      <TypedField {...amount} field="item" label={t.item} hint={t.itemHint} fault={faults['audience.item']} />
      <TypedField {...amount} field="tags" label={t.tags} hint={t.tagsHint} fault={faults['audience.tags']} />
      <TypedField {...amount} field="cities" label={t.cities} hint={t.citiesHint} fault={faults['audience.cities']} />
      <Checks
        legend={t.stores}
        hint={t.storesHint}
        choices={stores}
        chosen={draft.storeIds}
        onChange={(storeIds) => onEdit({ storeIds })}
      />
      <Checks
        legend={t.sellers}
        hint={t.sellersHint}
        choices={sellers}
        chosen={draft.sellerIds}
        onChange={(sellerIds) => onEdit({ sellerIds })}
      />
      <SelectField
        label={t.permission}
        hint={t.permissionHint}
        value={draft.permission}
        groups={[
          {
            label: t.permission,
            options: (['', 'granted', 'unknown'] as const).map((value) => ({ value, label: t.permissions[value] })),
          },
        ]}
        onChange={(permission) => onEdit({ permission: permission as CampaignDraft['permission'] })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.neverContacted}
          onChange={(event) => onEdit({ neverContacted: event.target.checked })}
        />
        {t.neverContacted}
      </label>
    </div>
  );
}

interface FieldOfDraftProps<Name extends keyof CampaignDraft> {
  readonly draft: CampaignDraft;
  readonly field: Name;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly onEdit: (change: Partial<CampaignDraft>) => void;
}

type AmountName =
  | 'lastMin'
  | 'lastMax'
  | 'birthday'
  | 'spentMin'
  | 'spentDays'
  | 'priority'
  | 'perSellerDay'
  | 'coolDownDays';

/** A number. The keyboard of a phone shows digits; a decimal number may have a comma. */
export function AmountField({
  draft,
  field,
  onEdit,
  isDecimal = false,
  ...texts
}: FieldOfDraftProps<AmountName> & { readonly isDecimal?: boolean }) {
  return (
    <Field
      {...texts}
      inputMode={isDecimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={isDecimal ? 10 : 4}
      value={draft[field]}
      onChange={({ target: { value } }) => onEdit({ [field]: value.replace(isDecimal ? /[^\d.,]/g : /\D/g, '') })}
    />
  );
}

function TypedField({ draft, field, onEdit, ...texts }: FieldOfDraftProps<'item' | 'tags' | 'cities'>) {
  return (
    <Field
      {...texts}
      autoComplete="off"
      maxLength={field === 'item' ? 80 : 500}
      value={draft[field]}
      onChange={(event) => onEdit({ [field]: event.target.value })}
    />
  );
}

interface GroupProps {
  readonly legend: string;
  readonly fault?: string | undefined;
  readonly children: ReactNode;
}

function Group({ legend, fault, children }: GroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
      {fault !== undefined && <p role="alert">{fault}</p>}
    </fieldset>
  );
}
