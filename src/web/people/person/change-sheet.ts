/** What the sheets that change a person share: the props, and sending the change. */
import { useState } from 'react';
import { changePerson, type PersonChange, type PersonDetail } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { sentenceOf } from '#web/shell/api/call.ts';

export interface ChangeSheetProps {
  readonly person: PersonDetail;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Sends a change; `send` returns whether it was done, and else `fault` says why it was not. */
export function useChange(id: string) {
  const t = usePeopleWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (change: PersonChange): Promise<boolean> => {
    setBusy(true);
    setFault(null);
    const answer = await changePerson(id, change);
    setBusy(false);
    if (answer.kind !== 'done') setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
    return answer.kind === 'done';
  };
  return { busy, setBusy, fault, setFault, send };
}
