/** A button that opens the sheet for a silence that the customer asked for (D4b); the sheet loads when it is needed. */
import { Suspense, useState } from 'react';
import { useContactWords } from '#web/shell/contact-words.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { Button } from '#web/ui/forms/button.tsx';

const AskedSheet = lazyScreen(async () => (await import('./asked-sheet.tsx')).AskedSheet);

/** `name`: the customer's first name. */
export function AskedOffer(customer: { readonly customerId: string; readonly name: string }) {
  const c = useContactWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="text" wide onClick={() => setOpen(true)}>
        {c.warned.asked}
      </Button>
      <Suspense>{open && <AskedSheet {...customer} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
