/** The choice of one of the brand's stores. */
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { useStoreChoices } from './people-api.ts';
import { usePeopleWords } from './people-words.ts';

export interface StoreFieldProps {
  /** Empty: no store is chosen yet. */
  readonly value: string;
  readonly fault?: string | undefined;
  readonly onChange: (storeId: string) => void;
}

export function StoreField({ value, fault, onChange }: StoreFieldProps) {
  const t = usePeopleWords();
  const { data: stores = [] } = useStoreChoices(true);
  const options = stores.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={t.store}
      fault={fault}
      value={value}
      groups={[
        { label: t.stores, options: value === '' ? [{ value: '', label: t.chooseStore }, ...options] : options },
      ]}
      onChange={onChange}
    />
  );
}
