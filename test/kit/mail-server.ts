/** Starts a real mail server on loopback, which keeps the mails that a test's server sends. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The addresses of the header `List-Unsubscribe`, with the header that allows one click; null: the mail has none. */
  readonly unsubscribe: { readonly url: string; readonly post: string } | null;
}

export interface MailServer {
  /** The value of SMTP_URL. */
  readonly url: string;
  /** All mails that arrived, the oldest first. */
  readonly received: readonly ReceivedMail[];
  /** Resolves with the next mail that nobody has taken yet. */
  next(): Promise<ReceivedMail>;
  /** Makes the server refuse or accept all addresses. */
  refuse(isRefusing: boolean): void;
  /** Lets every mail wait until the returned function is called. */
  pause(): () => void;
  close(): Promise<void>;
}

/** Starts the server. `onMail` is called for every mail. With `closesItself: false` the caller closes it, as a journey does. */
export async function startMailServer({
  closesItself = true,
  onMail = (_: ReceivedMail) => {},
} = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const waiting: ((mail: ReceivedMail) => void)[] = [];
  let taken = 0;
  let isRefusing = false;
  let paused: Promise<void> = Promise.resolve();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      void paused.then(() => done(isRefusing ? new Error(`no mailbox ${address}`) : null)),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join();
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const mail = { from, to, ...parseMail(Buffer.concat(chunks).toString('utf8')) };
        received.push(mail);
        onMail(mail);
        const reader = waiting.shift();
        if (reader) {
          taken++;
          reader(mail);
        }
        done(null);
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  if (closesItself) after(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    next() {
      const mail = received[taken];
      if (mail === undefined) return new Promise((resolve) => waiting.push(resolve));
      taken++;
      return Promise.resolve(mail);
    },
    refuse: (refusing) => {
      isRefusing = refusing;
    },
    pause() {
      const { promise, resolve } = Promise.withResolvers<void>();
      paused = promise;
      return resolve;
    },
    close,
  };
}

/** Reads subject, text and HTML of a mail with two parts, as the product sends them. */
function parseMail(raw: string): Pick<ReceivedMail, 'subject' | 'text' | 'html' | 'unsubscribe'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`);
  const partOf = (type: string) => {
    const part = parts.find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
    const [partHead = '', ...body] = part.trim().split('\r\n\r\n');
    return decodeBody(partHead, body.join('\r\n\r\n'));
  };
  const subject = /^Subject: ((?:.*)(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  const texts = { subject: decodeWords(subject), text: partOf('text/plain'), html: partOf('text/html') };
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const [, url] = /^List-Unsubscribe: <([^>]+)>/m.exec(headers) ?? [];
  const [, post = ''] = /^List-Unsubscribe-Post: (.*)$/m.exec(headers) ?? [];
  return { ...texts, unsubscribe: url === undefined ? null : { url, post } };
}

function decodeBody(head: string, body: string): string {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return /quoted-printable/i.test(head) ? decodeQuoted(body.replaceAll('=\r\n', '')) : body;
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Decodes a header with words in UTF-8 (RFC 2047). */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, way, word) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}
