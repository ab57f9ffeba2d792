/** The sheet "Por que vejo isto?": explains quiet hours on the screen where the question arises. */

import { useContactWords } from '#web/shell/contact-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { StateRing } from '#web/ui/ring/state-ring.tsx';
import { sentenceStart, theBrand } from '#words/core/brand.ts';
import { HELP_PATH } from './help-path.ts';
import styles from './quiet.module.css';

export function WhySheet({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const c = useContactWords();
  const { session, hours, now, zone } = useShop();
  const language = useLanguage();
  const brand = session.brand === null ? '' : sentenceStart(theBrand(language, session.brand));
  return (
    <Sheet
      title={c.why.title}
      onBack={onClose}
      actions={
        <>
          <Button tone="main" wide firstFocus onClick={onClose}>
            {t.app.back}
          </Button>
          <ButtonLink href={HELP_PATH} tone="text" wide onClick={onClose}>
            {c.why.read}
          </ButtonLink>
        </>
      }
    >
      <div className={styles.whyHead}>
        <StateRing policy={hours.policy} now={now} zone={zone} size={88} />
        <p>
          {c.why.lead(brand)} {hours.sentence}
        </p>
      </div>
      <ul className={styles.points}>
        {c.why.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Sheet>
  );
}
