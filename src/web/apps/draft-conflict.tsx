/** Asks which text to keep when a draft was changed in another tab: the band shows the other text, and both can be chosen. */

import { keepOwnText, takeOtherTabText, useOtherTabText } from '#web/shell/drafts.ts';
import styles from '#web/shell/seller.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { Band } from '#web/ui/notices/band.tsx';

export function DraftConflict() {
  const t = useWords();
  const other = useOtherTabText();
  return (
    <div role="status">
      {other !== null && (
        <Band
          tone="warn"
          picture={<AttentionIcon size={24} />}
          title={t.otherTab.title}
          action={
            <>
              <Button onClick={() => takeOtherTabText(other.key)}>{t.otherTab.take}</Button>
              <Button tone="main" onClick={() => keepOwnText(other.key)}>
                {t.otherTab.keep}
              </Button>
            </>
          }
        >
          {other.text === null ? t.otherTab.emptied : <span className={styles.otherText}>{other.text}</span>}
        </Band>
      )}
    </div>
  );
}
