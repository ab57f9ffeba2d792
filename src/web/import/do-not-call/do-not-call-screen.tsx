/** The screen *Lista Não me ligue*: how many numbers the list has, its change by a file, and its earlier changes (D2c). */
import type { ChangeEvent } from 'react';
import { DropZone } from '#web/import/drop-zone.tsx';
import styles from '#web/import/import.module.css';
import { useImportWords } from '#web/import/import-words.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { ActionRow } from '#web/ui/layout/sheet.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { type Counts, type List as NumberList, useNumberList } from './do-not-call-api.ts';
import { useDoNotCallWords } from './do-not-call-words.ts';
import { useListForm } from './use-list-form.ts';

const KINDS = ['add', 'replace', 'remove'] as const;

export function DoNotCallScreen() {
  const t = useDoNotCallWords();
  const i = useImportWords();
  const { data, error, again } = useNumberList();
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href="/importar" icon={<BackIcon />}>
            {i.back}
          </ButtonLink>
        }
        title={t.title}
      />
      {data === undefined ? (
        error === null ? (
          <Skeleton label={i.loading} rows={4} />
        ) : (
          <UnreadState error={error} words={i} onAgain={() => void again()} />
        )
      ) : (
        <>
          <Card>
            <div className={styles.stack}>
              <p>
                <strong>{t.listed(data.listed)}</strong>
              </p>
              <p>{t.lead}</p>
              <p className={styles.soft}>{t.privacy}</p>
            </div>
          </Card>
          <ListForm />
          <ChangeHistory list={data} />
        </>
      )}
    </>
  );
}

function ListForm() {
  const t = useDoNotCallWords();
  const form = useListForm();
  const { kind, file, counts, faults, busy } = form;
  return (
    <Card>
      <div className={styles.stack}>
        <h2>{t.change}</h2>
        <Choices
          legend={t.kind}
          value={kind}
          onChange={form.setKind}
          choices={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <p className={styles.soft}>{t.kindHints[kind]}</p>
        {kind !== 'remove' && (
          <Field
            type="date"
            label={t.listedOn}
            hint={t.listedOnHint}
            fault={faults.listedOn}
            value={form.listedOn}
            max={form.today}
            onChange={({ target }: ChangeEvent<HTMLInputElement>) => form.setListedOn(target.value)}
          />
        )}
        {file === null || (counts === null && faults.file !== undefined) ? (
          <DropZone hint={t.file} busy={busy} fault={faults.file ?? null} onFiles={form.pick} />
        ) : counts === null ? (
          <div className={styles.row}>
            <Button tone="main" busy={busy} onClick={form.checkAgain}>
              {t.check(file.name)}
            </Button>
            <Button onClick={form.forget}>{t.otherFile}</Button>
          </div>
        ) : (
          <CheckedFile name={file.name} counts={counts} form={form} />
        )}
      </div>
    </Card>
  );
}

function CheckedFile(props: {
  readonly name: string;
  readonly counts: Counts;
  readonly form: ReturnType<typeof useListForm>;
}) {
  const t = useDoNotCallWords();
  const { counts, form } = props;
  const { fileNumbers, added, removed, listed, unreadRows, unreadLines } = counts;
  return (
    <section className={styles.stack} aria-label={t.checkTitle}>
      <h3>{t.checkTitle}</h3>
      <p>{[props.name, t.inFile(fileNumbers), t.adds(added), t.removes(removed)].join(' · ')}</p>
      {unreadRows > 0 && <p>{t.unread(unreadRows, unreadLines)}</p>}
      <p>{t.after(listed)}</p>
      <p role="status" className={styles.fault}>
        {form.faults.file}
      </p>
      <ActionRow>
        <Button tone="main" busy={form.busy} onClick={() => void form.save()}>
          {t.save[form.kind]}
        </Button>
        <Button onClick={form.forget}>{t.otherFile}</Button>
      </ActionRow>
    </section>
  );
}

function ChangeHistory({ list: { changes } }: { readonly list: NumberList }) {
  const t = useDoNotCallWords();
  const i = useImportWords();
  const say = useTimeText();
  return (
    <section className={styles.stack}>
      <h2>{t.history}</h2>
      {changes.length === 0 && <p className={styles.soft}>{t.noHistory}</p>}
      <List label={t.history}>
        {changes.map(({ id, kind, fileName, at, by, listedOn, added, removed, unreadRows }) => (
          <ListItem
            key={id}
            title={`${t.kinds[kind]}: ${fileName}`}
            why={listedOn === null ? t.removes(removed) : t.ofDay(say.day(listedOn))}
            meta={[
              say.when(Date.parse(at)),
              i.by(by),
              t.adds(added),
              t.removes(removed),
              ...(unreadRows > 0 ? [t.unread(unreadRows, [])] : []),
            ].join(' · ')}
          />
        ))}
      </List>
    </section>
  );
}
