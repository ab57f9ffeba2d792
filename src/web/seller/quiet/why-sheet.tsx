/** "Por que vejo isto?": the quiet hours explained where the question comes up. */

import { StateRing } from '#web/ring/state-ring.tsx';
import { useContactWords } from '#web/seller/contact-words.ts';
import { useShop } from '#web/seller/shop.tsx';
import { useWords } from '#web/seller/words.ts';
import { useLanguage } from '#web/settings/language.ts';
import { Button, ButtonLink } from '#web/ui/button.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { sentenceStart, theBrand } from '#words/brand.ts';
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
