/** The last card of a customer's profile, for those who may erase the customer. */
import { useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { EraseSheet } from './erase-sheet.tsx';
import styles from './privacy.module.css';
import { usePrivacyWords } from './privacy-words.ts';

export function PrivacyCard({ profile }: { readonly profile: CustomerProfile }) {
  const t = usePrivacyWords();
  const [, go] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name } = profile;
  const leave = () => {
    showToast({ text: t.erased });
    go('/carteira', { replace: true });
  };
  return (
    <Card>
      <h2>{t.erase}</h2>
      <p className={styles.soft}>{t.eraseLead(name)}</p>
      <div>
        <Button onClick={() => setIsAsking(true)}>{t.erase}</Button>
      </div>
      {isAsking && <EraseSheet id={id} name={name} onBack={() => setIsAsking(false)} onErased={leave} />}
    </Card>
  );
}
