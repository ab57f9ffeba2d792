/** The card of a brand's page that lists who has an account of their own, and invites managers. */
import { Card } from '#web/ui/layout/frame.tsx';
import { AccountList } from './account-list.tsx';
import { useAccountWords } from './account-words.ts';
import { useBrandAccounts } from './accounts-api.ts';

export function BrandAccountsCard({ brand }: { readonly brand: { readonly id: string; readonly name: string } }) {
  const t = useAccountWords();
  const entries = useBrandAccounts(brand.id);
  return (
    <Card>
      <h2>{t.managers}</h2>
      <p>{t.managersLead}</p>
      <AccountList label={t.managers} entries={entries} brand={brand} />
    </Card>
  );
}
