/** A choice of one among many, as the browser's own list, with the label, hint and fault of a text field. */
import { type ReactNode, type Ref, useId } from 'react';
import styles from './field.module.css';
import { describedBy, FieldFrame } from './field.tsx';

export interface SelectGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface SelectFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly fault?: ReactNode;
  readonly value: string;
  readonly groups: readonly SelectGroup[];
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLSelectElement>;
}

export function SelectField({ label, hint, fault, value, groups, onChange, ref }: SelectFieldProps) {
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, fault }} hideLabel={undefined}>
      <select
        ref={ref}
        {...describedBy(id, hint, fault)}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
