/** An address that leads nowhere: says so, and offers the way on. */
import { useWords } from './seller/words.ts';
import { ButtonLink } from './ui/button.tsx';
import { ScreenHead } from './ui/frame.tsx';

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
