/** The tasks of the processes that read, write and undo uploaded imports. */

import type { FileFinding, ImportField } from '#contract/import/import-report.ts';
import type { ListCounts, ListTask } from '#flows/import/do-not-call/change-list.ts';

/** `columns` null: the names in the header say which column is what. */
export interface UploadTask {
  readonly brandId: string;
  readonly id: string;
  /** The fence number of the import; a task with an outdated one writes nothing. */
  readonly fence: number;
  readonly columns: readonly (ImportField | null)[] | null;
  readonly skipBadRows: boolean;
}

/** Runs tasks in processes beside the server. Each method resolves when the task is done. */
export interface ImportEngine {
  /** Reads the file and stores what was understood. Resolves to the finding where the whole file cannot be read. */
  read(task: UploadTask): Promise<FileFinding | null>;
  apply(task: UploadTask): Promise<void>;
  undo(task: UploadTask): Promise<void>;
  /** Finishes or undoes what an earlier server left unfinished in the brand. */
  recover(brandId: string): Promise<void>;
  /** Changes the do-not-call list by a file (D2c). */
  changeList(task: ListTask): Promise<ListCounts | FileFinding>;
}
