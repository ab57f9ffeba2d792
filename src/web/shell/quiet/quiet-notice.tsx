/** Shows a notice once: before the first quiet hours, and after a change of them (A8). */
import { Suspense, useState } from 'react';
import { keys } from '#web/shell/api/keys.ts';
import { sayNoticeSeen } from '#web/shell/api/quiet-hours.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { IconButton } from '#web/ui/forms/button.tsx';
import { CloseIcon } from '#web/ui/icons/icons.tsx';
import styles from './quiet.module.css';

const WhySheet = lazyScreen(async () => (await import('./why-sheet.tsx')).WhySheet);

export function QuietNotice() {
  const t = useWords();
  const { hours } = useShop();
  const [closed, setClosed] = useState<string | null>(null);
  const [more, setMore] = useState(false);
  const { notice } = hours;
  if (notice === null || notice.key === closed) return null;

  const close = async () => {
    setClosed(notice.key);
    const answer = await sayNoticeSeen(notice.key);
    if (answer.kind === 'done') await reads.invalidate(keys.quietHours);
  };
  return (
    <div className={styles.notice}>
      <p>
        {notice.sentence}{' '}
        <button type="button" className={styles.learn} onClick={() => setMore(true)}>
          {t.quiet.learn}
        </button>
      </p>
      <IconButton label={t.app.close} icon={<CloseIcon size={18} />} onClick={() => void close()} />
      <Suspense>{more && <WhySheet onClose={() => setMore(false)} />}</Suspense>
    </div>
  );
}
