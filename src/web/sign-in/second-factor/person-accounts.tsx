/** For support, on a brand's page: who has an account of their own and a second factor, and removing a lost one. */
import { useState } from 'react';
import { ContactLimits } from '#web/sign-in/brand-settings/contact-limits.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { RemoveLostSheet } from './remove-lost-sheet.tsx';
import { RequireSecondFactor } from './require-second-factor.tsx';
import styles from './second-factor.module.css';
import { type PersonAccount, removeOfPerson, usePersonAccounts } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';

export function PersonAccounts({ brandId }: { readonly brandId: string }) {
  const t = useSecondFactorWords();
  const { data, error, again } = usePersonAccounts(brandId);
  const [removing, setRemoving] = useState<PersonAccount | null>(null);
  return (
    <section className={styles.steps}>
      <h2>{t.peopleTitle}</h2>
      {data === undefined && error === null && <Skeleton label={t.loading} rows={2} />}
      {data === undefined && error !== null && <Button onClick={() => void again()}>{t.tryAgain}</Button>}
      {data?.items.length === 0 && <p>{t.peopleNone}</p>}
      <ul className={styles.people}>
        {data?.items.map((person) => (
          <li key={person.personId}>
            <span>
              {person.name}
              <small>{person.on ? t.personOn : t.personOff}</small>
            </span>
            {person.on && <Button onClick={() => setRemoving(person)}>{t.removeOf(person.name)}</Button>}
          </li>
        ))}
      </ul>
      <RequireSecondFactor brandId={brandId} />
      <ContactLimits brandId={brandId} />
      {removing && (
        <RemoveLostSheet
          name={removing.name}
          isOfBrand
          remove={(reason) => removeOfPerson(brandId, removing.personId, reason)}
          onClose={() => setRemoving(null)}
        />
      )}
    </section>
  );
}
