/** The form that uploads a file: its kind, an example to download, and the file. */
import { useState } from 'react';
import type { ImportKind } from '#contract/import/import-report.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { DropZone } from './drop-zone.tsx';
import styles from './import.module.css';
import { uploadFile } from './import-api.ts';
import { useImportWords } from './import-words.ts';
import { saveSample } from './sample-files.ts';

const LARGEST_FILE = 50 * 1024 * 1024;
/** In the order in which files are imported. */
const KINDS: readonly ImportKind[] = ['stores', 'sellers', 'customers', 'purchases'];

export function UploadForm() {
  const t = useImportWords();
  const { kind, setKind, busy, fault, send } = useUpload();
  return (
    <>
      <ScreenHead title={t.imports} />
      <Card>
        <div className={styles.stack}>
          <p>{t.lead}</p>
          <p className={styles.soft}>{t.order}</p>
          <Choices
            legend={t.kind}
            inPairs
            value={kind}
            onChange={setKind}
            choices={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <div className={styles.flush}>
            <Button tone="text" onClick={() => saveSample(kind)}>
              {t.sampleOf(t.kinds[kind])}
            </Button>
          </div>
          <DropZone hint={t.file} busy={busy} fault={fault} onFiles={(files) => void send(files)} />
        </div>
      </Card>
    </>
  );
}

function useUpload() {
  const t = useImportWords();
  const [, go] = useLocation();
  const [kind, setKind] = useState<ImportKind>('stores');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async ([file, ...more]: readonly File[]) => {
    if (busy || file === undefined) return;
    if (more.length > 0) return setFault(t.oneFile);
    if (file.size > LARGEST_FILE) return setFault(t.tooLarge);
    if (file.size === 0) return setFault(t.emptyFile);
    setFault(null);
    setBusy(true);
    const answer = await uploadFile(kind, file);
    setBusy(false);
    if (answer.kind === 'done') return go(`/importar/${answer.body.id}`);
    if (answer.kind === 'lost') return setFault(t.unreached);
    setFault(answer.refusal.faults?.[0]?.message ?? sentenceOf(answer.refusal));
  };
  return { kind, setKind, busy, fault, send };
}
