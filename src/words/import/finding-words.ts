/** The types of the sentences about faults and notes of an imported file. */
import type { FileFault, RowFault, RowNote } from '#contract/import/import-report.ts';

/** `value`: the cell in quotes. `about`: what else the sentence names, such as another row's code. */
export type SayFinding = (value: string, about: string) => string;
export type FindingWords = Readonly<Record<RowFault | RowNote, SayFinding>>;
export type FileFaultWords = Readonly<Record<FileFault, (about: string) => string>>;

/** Where a finding is. */
export interface PlaceWords {
  readonly line: (line: number) => string;
  readonly cell: (line: number, column: string) => string;
}
