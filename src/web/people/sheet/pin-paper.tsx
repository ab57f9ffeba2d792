/** The sheet with the new one-time PINs, as it is printed. The PINs are in the memory of this screen alone. */
import { useEffect } from 'react';
import styles from '#web/people/people.module.css';
import type { PinSheet } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { useLastDay } from '#web/people/pin-shown.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { focusHeading } from '#web/ui/layout/focus-heading.ts';

export function PinPaper({ sheet, store }: { readonly sheet: PinSheet; readonly store: string }) {
  const t = usePeopleWords();
  const lastDay = useLastDay();
  // The sheet that asked has closed with its button: the focus goes to the heading.
  useEffect(() => focusHeading(), []);
  return (
    <>
      <p role="status">{t.printLead}</p>
      <div className={styles.buttons}>
        <Button tone="main" onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <section className={styles.paper} aria-labelledby="pin-paper">
        <h2 id="pin-paper">{t.paperTitle(store)}</h2>
        <ol>
          {t.paperSteps(lastDay(sheet.until)).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.paperName}</th>
              <th scope="col">{t.paperPin}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.items.map(({ personId, name, pin }) => (
              <tr key={personId}>
                <td>{name}</td>
                <td>{pin}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
