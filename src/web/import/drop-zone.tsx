/** The place where a file is picked or dropped. */
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { UploadIcon } from '#web/ui/icons/more-icons.tsx';
import styles from './import.module.css';
import { useImportWords } from './import-words.ts';

/** `hint`: which files are accepted. */
export function DropZone(props: {
  readonly hint: string;
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const t = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  useMissedDrops();
  const drop = (event: DragEvent) => {
    setOver(false);
    if (!props.busy) props.onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button does the same with keys.
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {/* The button opens the choice of a file; the field itself is not shown. */}
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be picked again after it was corrected.
          target.value = '';
          props.onFiles(files);
        }}
      />
      <Button
        tone="main"
        icon={<UploadIcon size={20} />}
        busy={props.busy}
        aria-describedby="upload-hint upload-fault"
        onClick={() => input.current?.click()}
      >
        {t.pick}
      </Button>
      <p id="upload-hint" className={styles.soft}>
        {t.drop} · {props.hint}
      </p>
      <p id="upload-fault" role="status" className={props.fault === null ? styles.soft : styles.fault}>
        {props.busy ? t.reading : props.fault}
      </p>
    </div>
  );
}

/** Keeps the browser from opening a file that is dropped, also one that misses the drop zone, which would close the app. */
function useMissedDrops(): void {
  useEffect(() => {
    const keepPage = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);
}
