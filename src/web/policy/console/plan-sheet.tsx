/** The sheet that changes a brand's plan; it says first what the change does to quiet hours (D10). */
import { useState } from 'react';
import { refreshSupport } from '#web/shell/support/brand-queries.ts';
import { type Brand, changePlan, type PlanName } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { MoonIcon } from '#web/ui/icons/more-icons.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';

export interface PlanSheetProps {
  readonly brand: Brand;
  readonly hasPolicy: boolean;
  readonly onClose: () => void;
}

const PLANS: readonly PlanName[] = ['starter', 'growth', 'enterprise'];

export function PlanSheet({ brand, hasPolicy, onClose }: PlanSheetProps) {
  const t = useWords();
  const [plan, setPlan] = useState<PlanName>(brand.plan);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const loses = plan === 'starter' && brand.plan !== 'starter';
  const gains = plan !== 'starter' && brand.plan === 'starter';

  const save = async () => {
    setBusy(true);
    setFault(null);
    const answer = await changePlan(brand.id, plan);
    if (answer.kind === 'done') {
      await refreshSupport();
      showToast({ text: t.planChanged(t.plans[plan]) });
      return onClose();
    }
    setBusy(false);
    setFault(answer.kind === 'refused' ? answer.refusal.detail : t.unreached);
  };

  return (
    <Sheet
      title={t.planOf(brand.name)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
          <Button tone="main" busy={busy} disabled={plan === brand.plan} onClick={() => void save()}>
            {t.savePlan}
          </Button>
        </ActionRow>
      }
    >
      <Choices
        legend={t.plan}
        hideLegend
        value={plan}
        onChange={setPlan}
        choices={PLANS.map((value) => ({ value, label: t.plans[value] }))}
      />
      <p>{plan === 'starter' ? t.planLacks : t.planIncludes}</p>
      {loses && hasPolicy && (
        <Band tone="warn" picture={<AttentionIcon />}>
          {t.planLoses}
        </Band>
      )}
      {gains && <Band picture={<MoonIcon />}>{t.planGains}</Band>}
      <p role="alert">{fault}</p>
    </Sheet>
  );
}
