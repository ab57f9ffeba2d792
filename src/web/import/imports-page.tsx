/** The page of imports: a form for a new file with the earlier imports below, or one import. */
import { ImportHistory } from './import-history.tsx';
import { ImportScreen } from './import-screen.tsx';
import { UploadForm } from './upload-form.tsx';

/** `id`: the import to show; null: the form. */
export function ImportsPage({ id }: { readonly id: string | null }) {
  if (id !== null) return <ImportScreen key={id} id={id} />;
  return (
    <>
      <UploadForm />
      <ImportHistory />
    </>
  );
}
