/** A button that copies a text and says so. Where the browser refuses, the text on the screen can still be selected. */
import { useState } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import styles from './second-factor.module.css';
import { useSecondFactorWords } from './second-factor-words.ts';

export function CopyText({ text, children }: { readonly text: string; readonly children: string }) {
  const t = useSecondFactorWords();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <Button onClick={() => void copy()}>{children}</Button>
      <span aria-live="polite" className={styles.copied}>
        {isCopied && t.copied}
      </span>
    </>
  );
}
