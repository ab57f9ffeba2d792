/** Shows the recovery codes once: to copy, download or print. */
import { useEffect, useRef } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { classNames } from '#web/ui/layout/class-names.ts';
import { CopyText } from './copy-text.tsx';
import styles from './second-factor.module.css';
import { useSecondFactorWords } from './second-factor-words.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useSecondFactorWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className={styles.steps}>
      <div className={classNames(styles.steps, styles.printed)}>
        <h2 ref={heading} tabIndex={-1}>
          {t.codesTitle}
        </h2>
        <p>{t.codesLead}</p>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.row}>
        <CopyText text={text}>{t.copyCodes}</CopyText>
        <Button onClick={() => download(t.fileName, text)}>{t.downloadCodes}</Button>
        <Button onClick={() => window.print()}>{t.printCodes}</Button>
      </div>
      <Button tone="main" wide onClick={onKept}>
        {t.kept}
      </Button>
    </div>
  );
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
