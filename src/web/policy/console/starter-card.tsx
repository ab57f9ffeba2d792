/** The card of a brand whose plan lacks quiet hours: why there is nothing to set, and that the plan must change first (D10). */

import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { LockIcon } from '#web/ui/icons/icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { EmptyState } from '#web/ui/notices/states.tsx';

export function StarterCard({ brand, onChangePlan }: { readonly brand: Brand; readonly onChangePlan: () => void }) {
  const t = useWords();
  return (
    <Card>
      <EmptyState
        icon={<LockIcon size={24} />}
        title={t.starterTitle}
        action={
          <Button tone="main" onClick={onChangePlan}>
            {t.changePlan}
          </Button>
        }
      >
        <p>{t.starter(brand.name)}</p>
        <p>{t.starterNext}</p>
      </EmptyState>
    </Card>
  );
}
