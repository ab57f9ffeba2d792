/** The worker process of the import engine: it reads, writes, undoes or recovers one import at a time. */
import { uuidv7 } from 'uuidv7';
import type { Naming } from '#db/core/db.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { changeNumberList, type ListTask } from '#flows/import/do-not-call/change-list.ts';
import type { UploadTask } from '#flows/import/upload/upload-task.ts';
import {
  applyUpload,
  progressTeller,
  readUpload,
  recoverUploads,
  undoUpload,
} from '#flows/import/upload/upload-work.ts';
import { monotonicNow } from '#main/core/clock.ts';
import { serveTasks } from '#main/core/worker-processes.ts';
import type { Instant } from '#rules/time/interval.ts';

/** `now`: the app's clock when the task was given. */
export type ImportTask =
  | { readonly does: 'read' | 'apply' | 'undo'; readonly task: UploadTask; readonly now: Instant }
  | { readonly does: 'change-list'; readonly task: ListTask; readonly now: Instant }
  | { readonly does: 'recover'; readonly task: { readonly brandId: string }; readonly now: Instant };

interface Settings {
  readonly url: string;
  readonly naming: Naming;
  readonly numberKey: Uint8Array;
}

serveTasks(({ url, naming, numberKey }: Settings) => {
  const db = openDatabase({ url, naming, max: 3, onError: () => undefined });
  return (asked: ImportTask) => {
    const begun = monotonicNow();
    const now = () => asked.now + Math.round(monotonicNow() - begun);
    const { brandId } = asked.task;
    const onStep = progressTeller({ db, now }, brandId);
    const deps = { db, now, newId: uuidv7, numberKey, keepTurn: () => undefined, ...(onStep && { onStep }) };
    switch (asked.does) {
      case 'read':
        return readUpload(deps, asked.task);
      case 'apply':
        return applyUpload(deps, asked.task);
      case 'undo':
        return undoUpload(deps, asked.task);
      case 'change-list':
        return changeNumberList(deps, asked.task);
      case 'recover':
        return recoverUploads(deps, brandId);
    }
  };
});
