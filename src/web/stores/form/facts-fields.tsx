/** The fields about a store: name, address, city, state, and the zone that the city suggests. */
import { useState } from 'react';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { STATES_OF_BRAZIL } from '#web/shell/time/places-of-brazil.ts';
import { useZones } from '#web/stores/stores-api.ts';
import { useStoresWords } from '#web/stores/stores-words.ts';
import { zoneGroups } from '#web/support/new-brand/zone-choices.ts';
import { Field } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { joinList } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import type { Faults, StoreDraft } from './store-draft.ts';

/** How long the city must not have changed before its zone is asked for. */
const STILL_MS = 300;

export interface FactsFieldsProps {
  readonly draft: StoreDraft;
  readonly faults: Faults;
  readonly onEdit: (change: Partial<StoreDraft>) => void;
}

/** Returns the zone of the draft: the chosen one, else the likeliest of its place; empty while there is none. */
export function useDraftZone({ zone, city, state }: StoreDraft): { zone: string; suggested: readonly string[] } {
  const suggested = useZones(useDebounced(city, STILL_MS), state);
  return { zone: zone ?? suggested[0] ?? '', suggested };
}

export function FactsFields({ draft, faults, onEdit }: FactsFieldsProps) {
  const t = useStoresWords();
  const language = useLanguage();
  const { zone, suggested } = useDraftZone(draft);
  const [groups] = useState(() => zoneGroups(language, Date.now(), t.zonesOfBrazil, t.otherZones));
  const states =
    STATES_OF_BRAZIL.includes(draft.state) || draft.state === ''
      ? STATES_OF_BRAZIL
      : [draft.state, ...STATES_OF_BRAZIL];
  // Another place has another zone, so that the choice for the place before is dropped.
  const move = (place: Partial<StoreDraft>) => onEdit({ ...place, zone: null });
  return (
    <>
      <Field
        label={t.name}
        fault={faults.name}
        value={draft.name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => onEdit({ name: event.target.value })}
      />
      <Field
        label={t.address}
        hint={t.addressHint}
        fault={faults.address}
        value={draft.address}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onEdit({ address: event.target.value })}
      />
      <Field
        label={t.city}
        fault={faults.city}
        value={draft.city}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => move({ city: event.target.value })}
      />
      <SelectField
        label={t.state}
        fault={faults.state}
        value={draft.state}
        groups={[
          {
            label: t.state,
            options: [
              ...(draft.state === '' ? [{ value: '', label: t.chooseState }] : []),
              ...states.map((value) => ({ value, label: value })),
            ],
          },
        ]}
        onChange={(state) => move({ state })}
      />
      <SelectField
        label={t.zone}
        hint={suggested.length > 1 ? t.zoneUnsure(joinList(language, suggested.map(cityOfZone))) : t.zoneHint}
        fault={faults.zone}
        value={zone}
        groups={zone === '' ? [{ label: t.zone, options: [{ value: '', label: t.chooseState }] }, ...groups] : groups}
        onChange={(chosen) => onEdit({ zone: chosen })}
      />
    </>
  );
}
