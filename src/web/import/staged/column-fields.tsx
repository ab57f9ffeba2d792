/** The columns of a file, each with a choice of what the column is. */
import type { ImportField } from '#contract/import/import-report.ts';
import styles from '#web/import/import.module.css';
import type { Columns, Import } from '#web/import/import-api.ts';
import { useImportWords } from '#web/import/import-words.ts';
import { SelectField } from '#web/ui/forms/select-field.tsx';

const UNUSED = '';

export function ColumnFields(props: {
  readonly shown: Import;
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}) {
  const t = useImportWords();
  const { shown, columns, onChange } = props;
  const labels = (field: ImportField) =>
    shown.neededFields.includes(field) ? t.needed(t.fields[field]) : t.fields[field];
  const options = [
    { value: UNUSED, label: t.unused },
    ...shown.fields.map((field) => ({ value: field as string, label: labels(field) })),
  ];
  const change = (index: number, value: string) => {
    const field = shown.fields.find((each) => each === value) ?? null;
    onChange(columns.map((before, at) => (at === index ? field : before)));
  };
  return (
    <>
      <h2>{t.columns}</h2>
      <p className={styles.soft}>{t.columnsLead}</p>
      <div className={styles.columns}>
        {shown.columns.map(({ name, sample }, index) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, since names may repeat.
            key={index}
            label={t.columnOf(name)}
            hint={t.firstCell(sample)}
            value={columns[index] ?? UNUSED}
            groups={[{ label: t.usedColumns, options }]}
            onChange={(value) => change(index, value)}
          />
        ))}
      </div>
    </>
  );
}
