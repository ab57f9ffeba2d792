/** For support, on a brand's page: who has an account of their own and a second factor, and removing a lost one. */
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { RequireSecondFactor } from './require-second-factor.tsx';
import styles from './second-factor.module.css';
import { type PersonAccount, removeOfPerson, usePersonAccounts } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';
import { useFormCall } from './use-form-call.ts';

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
      {removing && <RemoveSheet brandId={brandId} person={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

interface RemoveSheetProps {
  readonly brandId: string;
  readonly person: PersonAccount;
  readonly onClose: () => void;
}

/** Asks for the reason, which the brand can read. */
function RemoveSheet({ brandId, person, onClose }: RemoveSheetProps) {
  const t = useSecondFactorWords();
  const [reason, setReason] = useState('');
  const form = useFormCall();
  const formId = useId();
  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.send(() => removeOfPerson(brandId, person.personId, reason.trim())))) return;
    onClose();
    showToast({ text: t.removedOf(person.name) });
  };
  return (
    <Sheet
      title={t.removeOfTitle(person.name)}
      onBack={onClose}
      stay
      actions={
        <ActionRow>
          <Button type="submit" form={formId} tone="main" busy={form.busy}>
            {t.supportRemove}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </ActionRow>
      }
    >
      <form id={formId} onSubmit={remove}>
        <p>{t.removeOfLead}</p>
        <TextArea
          label={t.reason}
          rows={2}
          required
          minLength={3}
          maxLength={500}
          firstFocus
          value={reason}
          fault={form.fault}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Sheet>
  );
}
