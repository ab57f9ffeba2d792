/** Runs one request at a time and keeps the sentence of its refusal. */
import { useState } from 'react';
import { type Answer, sentenceOf } from '#web/shell/api/call.ts';
import { useImportWords } from './import-words.ts';

export function useWork() {
  const t = useImportWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  /** Resolves to whether the server did it. */
  const run = async (asked: Promise<Answer<unknown>>): Promise<boolean> => {
    setBusy(true);
    setFault(null);
    const answer = await asked;
    setBusy(false);
    if (answer.kind === 'lost') setFault(t.unreached);
    if (answer.kind === 'refused') setFault(sentenceOf(answer.refusal));
    return answer.kind === 'done';
  };
  return { busy, fault, run };
}
