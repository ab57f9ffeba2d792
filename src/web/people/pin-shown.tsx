/** Shows a one-time PIN once, to be handed over. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { dateOn, shortDate } from '#words/core/format.ts';
import styles from './people.module.css';
import { usePeopleWords } from './people-words.ts';

export interface PinShownProps {
  readonly name: string;
  readonly pin: string;
  /** The end of the PIN as an instant of the host's clock. */
  readonly until: string;
  readonly onClose: () => void;
}

/** A tap beside the sheet does nothing, because the PIN cannot be shown again. */
export function PinShown({ name, pin, until, onClose }: PinShownProps) {
  const t = usePeopleWords();
  const lastDay = useLastDay();
  const copy = async () => {
    const isCopied = await navigator.clipboard?.writeText(pin).then(
      () => true,
      () => false,
    );
    showToast({ text: isCopied ? t.copied : t.notCopied });
  };
  return (
    <Sheet
      title={t.pinTitle(name)}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button tone="main" firstFocus onClick={onClose}>
            {t.done}
          </Button>
          <Button onClick={() => void copy()}>{t.copy}</Button>
        </ActionRow>
      }
    >
      <p className={styles.pin}>{pin}</p>
      <p>{t.pinLead(lastDay(until))}</p>
      <p className={styles.soft}>{t.pinOnce}</p>
    </Sheet>
  );
}

/** Returns a function that writes the last whole day on which a PIN that ends at the instant works, on the store's clock. */
export function useLastDay(): (until: string) => string {
  const language = useLanguage();
  const { zone } = useShop();
  return (until) => shortDate(language, dateOn(Date.parse(until), zone));
}
