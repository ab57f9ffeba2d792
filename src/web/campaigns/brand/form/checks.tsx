/** Several of many, as the browser's own boxes: every key and every screen reader knows them. A long list can be searched. */
import { useState } from 'react';
import styles from '#web/campaigns/brand/campaigns.module.css';
import type { Choice } from '#web/campaigns/brand/campaigns-api.ts';
import { useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import { Field, Hint } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';

export interface ChecksProps {
  readonly legend: string;
  readonly hint: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** From so many choices on the list can be searched; so many are shown at once, because a brand has thousands of people. */
const SEARCHED_FROM = 12;
const MOST_SHOWN = 100;

export function Checks({ legend, hint, choices, chosen, onChange }: ChecksProps) {
  const t = useCampaignsWords();
  const [sought, setSought] = useState('');
  // The boxes that were ticked when the form opened come first; no box moves while people tick.
  const [first] = useState(() => new Set(chosen));
  if (choices.length === 0) return null;
  const found = choices.filter(({ name }) => plain(name).includes(plain(sought)));
  const isChosen = new Set(chosen);
  const shown = found.toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id))).slice(0, MOST_SHOWN);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.length >= SEARCHED_FROM && (
        <Field
          label={t.searchIn(legend)}
          hideLabel
          icon={<SearchIcon />}
          type="search"
          autoComplete="off"
          placeholder={t.searchByName}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={(event) => {
            // Enter would save the whole form.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      <div className={styles.choices}>
        {shown.map(({ id, name }) => (
          <label key={id} className={styles.check}>
            <input
              type="checkbox"
              checked={isChosen.has(id)}
              onChange={({ target: { checked } }) =>
                onChange(checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            {name}
          </label>
        ))}
        {shown.length === 0 && <p className={styles.soft}>{t.noneFound}</p>}
      </div>
      <p role="status" className={styles.soft}>
        {[
          ...(chosen.length > 0 ? [t.chosen(chosen.length)] : []),
          ...(found.length > shown.length ? [t.moreFound(found.length - shown.length)] : []),
        ].join(' · ')}
      </p>
      <Hint>{hint}</Hint>
    </fieldset>
  );
}

/** Case and accents do not count. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
