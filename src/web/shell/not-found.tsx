/** An address that leads nowhere: says so, and offers the way on. */

import { ButtonLink } from '#web/ui/forms/button.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { useWords } from './seller-words.ts';

/** `href`: where the way on leads; `label`: what it is called. */
export function NotHere({ href, label }: { readonly href: string; readonly label: string }) {
  const t = useWords();
  return (
    <>
      <ScreenHead title={t.app.notHere} />
      <p>{t.app.notHereWhy}</p>
      <ButtonLink href={href} tone="main">
        {label}
      </ButtonLink>
    </>
  );
}
