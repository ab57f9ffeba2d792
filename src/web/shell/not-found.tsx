/** Shows that an address does not exist, with a link to go on. */

import { ButtonLink } from '#web/ui/forms/button.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { useWords } from './seller-words.ts';

/** `href` and `label`: the target and the text of the link. */
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
