/** The filters of the Panorama: the period, the store for a brand manager, and the person of a store. */
import type { Panorama } from '#contract/reports/panorama.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { dateAfter } from '#words/core/format.ts';
import styles from './panorama.module.css';
import type { PanoramaFilter } from './panorama-filter.ts';
import { usePanoramaWords } from './panorama-words.ts';
import { usePanorama } from './use-panorama.ts';

export interface PeriodFormProps {
  readonly filter: PanoramaFilter;
  readonly onChange: (part: Partial<PanoramaFilter>) => void;
  readonly shown: Panorama | null;
}

export function PeriodForm({ filter, onChange, shown }: PeriodFormProps) {
  const t = usePanoramaWords();
  const { today } = useTimeText();
  const choose = (dias: PanoramaFilter['dias']) => {
    const dates = shown ?? { from: dateAfter(today, -29), to: today };
    onChange(dias === 'datas' ? { dias, de: dates.from, ate: dates.to } : { dias, de: '', ate: '' });
  };
  return (
    <search className={styles.filters}>
      <Choices
        legend={t.period}
        hideLegend
        value={filter.dias}
        onChange={choose}
        choices={[
          { value: '7' as const, label: t.days(7) },
          { value: '30' as const, label: t.days(30) },
          { value: '90' as const, label: t.days(90) },
          { value: 'datas' as const, label: t.ownDates },
        ]}
      />
      {filter.dias === 'datas' && (
        <div className={styles.fields}>
          <Field
            type="date"
            label={t.from}
            value={filter.de}
            max={filter.ate || undefined}
            onChange={({ target }) => onChange({ de: target.value })}
          />
          <Field
            type="date"
            label={t.to}
            value={filter.ate}
            min={filter.de || undefined}
            onChange={({ target }) => onChange({ ate: target.value })}
          />
        </div>
      )}
      <div className={styles.fields}>
        <PeoplePicker filter={filter} onChange={onChange} />
      </div>
    </search>
  );
}

interface Props {
  readonly filter: PanoramaFilter;
  readonly onChange: (part: Partial<Pick<PanoramaFilter, 'loja' | 'pessoa'>>) => void;
}

/** Chooses a store and one of its people. */
export function PeoplePicker(props: Props) {
  return (
    <>
      <StoreField {...props} />
      <PersonField {...props} />
    </>
  );
}

function StoreField({ filter, onChange }: Props) {
  const t = usePanoramaWords();
  const { person } = useShop();
  const all = usePanorama({ ...filter, loja: '', pessoa: '' }).data;
  if (person.role !== 'brand_manager' || all === undefined) return null;
  const options = [
    { value: '', label: t.allStores },
    ...all.stores.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <SelectField
      label={t.store}
      value={filter.loja}
      groups={[{ label: t.stores, options }]}
      onChange={(loja) => onChange({ loja, pessoa: '' })}
    />
  );
}

/** The people of one store who have figures in the period. */
function PersonField({ filter, onChange }: Props) {
  const t = usePanoramaWords();
  const { person } = useShop();
  const ofStore = usePanorama({ ...filter, pessoa: '' }).data;
  const hasStore = person.role !== 'brand_manager' || filter.loja !== '';
  if (!hasStore || ofStore === undefined || ofStore.sellers.length === 0) return null;
  const people = ofStore.sellers.toSorted((a, b) => a.name.localeCompare(b.name));
  const options = [{ value: '', label: t.allPeople }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <SelectField
      label={t.person}
      value={filter.pessoa}
      groups={[{ label: t.people, options }]}
      onChange={(pessoa) => onChange({ pessoa })}
    />
  );
}
