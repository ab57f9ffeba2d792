/** The question "Este artigo foi útil?": one answer for each reader and text, which may be changed. */
import { useState } from 'react';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { readMyAnswer, sayHelpful } from './help-api.ts';
import styles from './help-article.module.css';
import { useHelpWords } from './help-words.ts';

const KEY = 'help/mine';

export function RatingBox() {
  const t = useHelpWords();
  const { data } = useRead(KEY, readMyAnswer);
  const [changing, setChanging] = useState(false);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const given = changing ? null : (data?.answer ?? null);

  const say = async (helpful: boolean, text?: string) => {
    setBusy(true);
    setFault(null);
    const answer = await sayHelpful(helpful, text);
    setBusy(false);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? answer.refusal.detail : t.unsent);
    reads.set(KEY, answer.body);
    setChanging(false);
  };
  const sendComment = () => {
    if (comment.trim() === '') setFault(t.missingEmpty);
    else void say(false, comment.trim());
  };

  return (
    <section className={styles.rating} aria-label={t.useful}>
      <div role="status">
        {given?.helpful && <p>{t.thanks}</p>}
        {given?.helpful === false && <p>{given.comment === null ? t.sorry : t.sent}</p>}
      </div>
      {given === null && (
        <>
          <h2>{t.useful}</h2>
          <div className={styles.buttons}>
            <Button busy={busy} onClick={() => void say(true)}>
              {t.yes}
            </Button>
            <Button busy={busy} onClick={() => void say(false)}>
              {t.no}
            </Button>
          </div>
          {fault !== null && <p role="alert">{fault}</p>}
        </>
      )}
      {given?.helpful === false && given.comment === null && (
        <>
          <TextArea
            rows={3}
            label={t.missing}
            value={comment}
            maxLength={2000}
            fault={fault}
            onChange={(event) => {
              setFault(null);
              setComment(event.target.value);
            }}
          />
          <div className={styles.buttons}>
            <Button busy={busy} onClick={sendComment}>
              {t.send}
            </Button>
          </div>
        </>
      )}
      {given !== null && (
        <div className={styles.buttons}>
          <Button tone="text" onClick={() => setChanging(true)}>
            {t.change}
          </Button>
        </div>
      )}
    </section>
  );
}
