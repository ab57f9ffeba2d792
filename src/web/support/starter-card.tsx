/** A brand whose plan lacks quiet hours: why there is nothing to set, and what comes first (D10). */
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/frame.tsx';
import { LockIcon } from '#web/ui/icons.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import type { Brand } from './brands-api.ts';
import { useWords } from './support-words.ts';

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
