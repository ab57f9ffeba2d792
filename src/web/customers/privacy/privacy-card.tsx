/** The last card of a customer's profile, for managers: a copy of the customer's data, and erasing the customer. */
import { useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { EraseSheet } from './erase-sheet.tsx';
import styles from './privacy.module.css';
import { usePrivacyWords } from './privacy-words.ts';

export function PrivacyCard({ profile }: { readonly profile: CustomerProfile }) {
  const t = usePrivacyWords();
  const language = useLanguage();
  const { session } = useShop();
  const [, go] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name } = profile;
  const leave = () => {
    showToast({ text: t.erased });
    go('/carteira', { replace: true });
  };
  return (
    <Card>
      <h2>{t.data}</h2>
      <p className={styles.soft}>{t.exportLead}</p>
      <p className={styles.links}>
        <a className={styles.link} href={`/api/v1/customers/${id}/export.html?language=${language}`} download>
          {t.exportPage}
        </a>
        <a className={styles.link} href={`/api/v1/customers/${id}/export`} download>
          {t.exportFile}
        </a>
      </p>
      {session.may.includes('erase_customer') && (
        <>
          <p className={styles.soft}>{t.eraseLead(name)}</p>
          <div>
            <Button onClick={() => setIsAsking(true)}>{t.erase}</Button>
          </div>
        </>
      )}
      {isAsking && <EraseSheet id={id} name={name} onBack={() => setIsAsking(false)} onErased={leave} />}
    </Card>
  );
}
