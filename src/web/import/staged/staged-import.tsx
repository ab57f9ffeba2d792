/** An import that waits for its person: what was understood, the refused rows, and the button that imports. */
import { useState } from 'react';
import { FindingList, RefusedRows } from '#web/import/finding-list.tsx';
import styles from '#web/import/import.module.css';
import { applyImport, type Columns, changeColumns, type Import } from '#web/import/import-api.ts';
import { ImportCounts } from '#web/import/import-counts.tsx';
import { useImportWords } from '#web/import/import-words.ts';
import { useWork } from '#web/import/use-work.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { AssumptionList } from './assumption-list.tsx';
import { ColumnFields } from './column-fields.tsx';
import { FirstRows } from './first-rows.tsx';

export function StagedImport({ shown }: { readonly shown: Import }) {
  const t = useImportWords();
  const { busy, fault, run } = useWork();
  const own = shown.columns.map(({ field }) => field);
  const [chosen, setChosen] = useState<Columns | null>(null);
  const columns = chosen ?? own;
  const isChanged = columns.some((field, index) => field !== own[index]);
  const isUnread = own.length === 0;
  const readAgain = async () => {
    if (await run(changeColumns(shown.id, isUnread ? null : columns))) setChosen(null);
  };
  return (
    <>
      {shown.interrupted && (
        <Band tone="warn" picture={<AttentionIcon />}>
          {t.interrupted}
        </Band>
      )}
      {shown.fault !== null && (
        <Band tone="warn" picture={<AttentionIcon />} title={isUnread ? t.notRead : t.checkColumns}>
          {shown.fault}
        </Band>
      )}
      <Card>
        <div className={styles.stack}>
          <h2 tabIndex={-1}>{t.checkTitle}</h2>
          <p className={styles.soft}>{t.nothingYet}</p>
          <ImportCounts counts={shown.counts} />
          <ApplyButtons
            shown={shown}
            busy={busy}
            isChanged={isChanged}
            onApply={(skip) => void run(applyImport(shown.id, skip))}
            onRead={isUnread ? () => void readAgain() : null}
          />
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        </div>
      </Card>
      <RefusedRows shown={shown} />
      <FirstRows shown={shown} />
      {!isUnread && (
        <Card>
          <ColumnFields shown={shown} columns={columns} onChange={setChosen} />
          {isChanged && (
            <div className={styles.row}>
              <Button tone="main" busy={busy} onClick={() => void readAgain()}>
                {t.readAgain}
              </Button>
            </div>
          )}
        </Card>
      )}
      {shown.assumed && <AssumptionList assumed={shown.assumed} />}
      {shown.noteCount > 0 && (
        <Card>
          <h2>{t.notesTitle(shown.noteCount)}</h2>
          <p className={styles.soft}>{t.notesLead}</p>
          <FindingList findings={shown.notes} />
        </Card>
      )}
    </>
  );
}

function ApplyButtons(props: {
  readonly shown: Import;
  readonly busy: boolean;
  readonly isChanged: boolean;
  readonly onApply: (skipBadRows: boolean) => void;
  /** Reads a file again whose reading did not end; null where the file was read. */
  readonly onRead: (() => void) | null;
}) {
  const t = useImportWords();
  const { counts, fault } = props.shown;
  const good = counts.rows - counts.refused;
  const canApply = fault === null && good > 0 && !props.isChanged;
  return (
    <>
      {props.isChanged && <p>{t.columnsChanged}</p>}
      {fault === null && good === 0 && <p>{t.noGoodRow}</p>}
      <div className={styles.row}>
        {canApply && (
          <Button tone="main" busy={props.busy} onClick={() => props.onApply(counts.refused > 0)}>
            {counts.refused > 0 ? t.applyGood(good) : t.apply}
          </Button>
        )}
        {props.onRead !== null && (
          <Button tone="main" busy={props.busy} onClick={props.onRead}>
            {t.readFile}
          </Button>
        )}
        <ButtonLink href="/importar">{t.otherFile}</ButtonLink>
      </div>
    </>
  );
}
