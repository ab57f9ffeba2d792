/** The page of imports: a form for a new file with the earlier imports below, one import, or the do-not-call list. */
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { DoNotCallScreen } from './do-not-call/do-not-call-screen.tsx';
import { useDoNotCallWords } from './do-not-call/do-not-call-words.ts';
import styles from './import.module.css';
import { ImportHistory } from './import-history.tsx';
import { ImportScreen } from './import-screen.tsx';
import { UploadForm } from './upload-form.tsx';

/** `id`: the import to show, or `nao-me-ligue`; null: the form. */
export function ImportsPage({ id }: { readonly id: string | null }) {
  if (id === 'nao-me-ligue') return <DoNotCallScreen />;
  if (id !== null) return <ImportScreen key={id} id={id} />;
  return (
    <>
      <UploadForm />
      <DoNotCallCard />
      <ImportHistory />
    </>
  );
}

function DoNotCallCard() {
  const t = useDoNotCallWords();
  return (
    <Card>
      <div className={styles.stack}>
        <h2>{t.title}</h2>
        <p>{t.lead}</p>
        <div>
          <ButtonLink href="/importar/nao-me-ligue">{t.open}</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
