/** Keeps the form that changes the do-not-call list: what to do, the date, the file, and its counts. */
import { useState } from 'react';
import type { ListChangeKind } from '#contract/import/do-not-call.ts';
import { useImportWords } from '#web/import/import-words.ts';
import { type Refusal, sentenceOf } from '#web/shell/api/call.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type Counts, changeList } from './do-not-call-api.ts';
import { useDoNotCallWords } from './do-not-call-words.ts';

const LARGEST_LIST = 10 * 1024 * 1024;

interface Faults {
  readonly listedOn?: string;
  readonly file?: string;
}

/** Returns a refusal at the field that the refusal is about; all others are shown at the file. */
function faultsOf(refusal: Refusal): Faults {
  const date = refusal.faults?.find(({ path }) => path === 'listedOn')?.message;
  return date ? { listedOn: date } : { file: refusal.faults?.[0]?.message ?? sentenceOf(refusal) };
}

export function useListForm() {
  const t = useDoNotCallWords();
  const i = useImportWords();
  const { today } = useTimeText();
  const [kind, setKind] = useState<ListChangeKind>('add');
  const [listedOn, setListedOn] = useState(today);
  const [file, setFile] = useState<File | null>(null);
  const [counts, setCounts] = useState<Counts | null>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);

  /** Sends the file; returns the counts, or null where the server refused it or did not answer. */
  const send = async (sent: File, dryRun: boolean): Promise<Counts | null> => {
    setFaults({});
    setBusy(true);
    const answer = await changeList({ kind, listedOn, file: sent }, dryRun);
    setBusy(false);
    if (answer.kind === 'done') return answer.body;
    setFaults(answer.kind === 'lost' ? { file: i.unreached } : faultsOf(answer.refusal));
    return null;
  };
  const check = async (picked: File) => {
    setFile(picked);
    setCounts(await send(picked, true));
  };
  const pick = ([picked, ...more]: readonly File[]) => {
    if (busy || picked === undefined) return;
    if (more.length > 0) return setFaults({ file: i.oneFile });
    if (picked.size > LARGEST_LIST) return setFaults({ file: t.tooLarge });
    if (picked.size === 0) return setFaults({ file: i.emptyFile });
    void check(picked);
  };
  const forget = () => {
    setFile(null);
    setCounts(null);
  };
  const save = async () => {
    if (busy || file === null || (await send(file, false)) === null) return;
    forget();
    showToast({ text: t.saved });
  };
  /** The counts hold for what was chosen when the file was read. */
  const choose =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setCounts(null);
      setFaults({});
    };
  return {
    ...{ kind, listedOn, file, counts, faults, busy, pick, save, forget, today },
    ...{ setKind: choose(setKind), setListedOn: choose(setListedOn) },
    checkAgain: () => void (file !== null && !busy && check(file)),
  };
}
