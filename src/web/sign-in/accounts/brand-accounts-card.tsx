/** The card of a brand's page that lists who has an account of their own, invites managers, and changes the brand's settings. */
import { lazy, Suspense, useState } from 'react';
import { removeOfPerson, usePersonAccounts } from '#web/sign-in/second-factor/second-factor-api.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { AccountList } from './account-list.tsx';
import { useAccountWords } from './account-words.ts';
import { useBrandAccounts } from './accounts-api.ts';

const RequireSecondFactor = lazy(async () => ({
  default: (await import('#web/sign-in/second-factor/require-second-factor.tsx')).RequireSecondFactor,
}));
const ContactLimits = lazy(async () => ({
  default: (await import('#web/sign-in/brand-settings/contact-limits.tsx')).ContactLimits,
}));
const RetentionSettings = lazy(async () => ({
  default: (await import('#web/sign-in/brand-settings/retention-settings.tsx')).RetentionSettings,
}));
const RemoveLostSheet = lazy(async () => ({
  default: (await import('#web/sign-in/second-factor/remove-lost-sheet.tsx')).RemoveLostSheet,
}));

export interface BrandAccountsCardProps {
  readonly brand: { readonly id: string; readonly name: string };
  /** Whether the accounts have a second factor, which the demo's have not. */
  readonly hasSecondFactor: boolean;
}

export function BrandAccountsCard({ brand, hasSecondFactor }: BrandAccountsCardProps) {
  const t = useAccountWords();
  const entries = useBrandAccounts(brand.id);
  return (
    <Card>
      <h2>{t.managers}</h2>
      <p>{t.managersLead}</p>
      {hasSecondFactor ? (
        <ListWithSecondFactors brand={brand} entries={entries} />
      ) : (
        <AccountList label={t.managers} entries={entries} brand={brand} />
      )}
      <Suspense>
        <ContactLimits brandId={brand.id} />
        <RetentionSettings brandId={brand.id} />
      </Suspense>
    </Card>
  );
}

/** The list that also says who has a second factor and removes a lost one, with the brand's setting below. */
function ListWithSecondFactors({
  brand,
  entries,
}: Pick<BrandAccountsCardProps, 'brand'> & { readonly entries: ReturnType<typeof useBrandAccounts> }) {
  const t = useAccountWords();
  const { data } = usePersonAccounts(brand.id);
  const [losing, setLosing] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const protectedIds = new Set(data?.items.filter(({ on }) => on).map(({ personId }) => personId));
  return (
    <>
      <AccountList
        label={t.managers}
        entries={entries}
        brand={brand}
        secondFactors={{ protectedIds, onLost: setLosing }}
      />
      <Suspense>
        <RequireSecondFactor brandId={brand.id} />
        {losing && (
          <RemoveLostSheet
            name={losing.name}
            isOfBrand
            remove={(reason) => removeOfPerson(brand.id, losing.id, reason)}
            onClose={() => setLosing(null)}
          />
        )}
      </Suspense>
    </>
  );
}
