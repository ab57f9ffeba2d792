/** Sends waiting mails every few seconds and when the database notifies; without a mail server it deletes them. */
import { deleteAllMails } from '#db/mail/outgoing-mails.ts';
import { type SendMailsDeps, sendMails, type TriedMail } from '#flows/mail/send-mails.ts';

export interface MailSenderDeps extends Omit<SendMailsDeps, 'mailer'> {
  /** Null: no mail server is set. */
  readonly mailer: SendMailsDeps['mailer'] | null;
  /** Called for every try. */
  readonly onTried: (tried: TriedMail) => void;
  readonly onError: (error: unknown) => void;
}

export interface MailSender {
  /** Sends what is due; resolves when nothing is due any more, or after a fault. */
  wake(): Promise<void>;
  /** Stops the sender and waits for the mail that is being sent. */
  close(): Promise<void>;
}

/** How often a server looks for due mails. Notifications make new mails leave at once; the interval serves retries. */
const LOOK_MS = 15_000;
/** Without a mail server, mails are deleted from time to time. */
const DELETE_MS = 3_600_000;

export function startMailSender({ mailer, onTried, onError, ...deps }: MailSenderDeps): MailSender {
  let round = Promise.resolve();
  let isWaiting = false;
  let isClosed = false;
  const runRound = async (): Promise<void> => {
    isWaiting = false;
    if (isClosed) return;
    await (mailer === null ? deleteAllMails(deps.auth) : sendMails({ ...deps, mailer }, onTried));
  };
  /** A round that waits already will also send what was queued meanwhile. */
  const wake = (): Promise<void> => {
    if (!isWaiting) {
      isWaiting = true;
      round = round.then(runRound).catch(onError);
    }
    return round;
  };
  const timer = setInterval(() => void wake(), mailer === null ? DELETE_MS : LOOK_MS);
  timer.unref();
  void wake();
  return {
    wake,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await round;
    },
  };
}
