/**
 * The process behind `production.ts`: an empty database, a mail server, and the real server in production on both. It reports
 * its address, what it printed, and every mail.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type ReceivedMail, startMailServer } from '#kit/mail-server.ts';
import { databaseName, dropLeftDatabase, emptyDatabase, openTestPostgres, secret } from '#kit/postgres.ts';

export type Report =
  | { readonly kind: 'ready'; readonly base: string; readonly printed: string }
  | { readonly kind: 'mail'; readonly mail: ReceivedMail }
  | { readonly kind: 'ran'; readonly output: string }
  | { readonly kind: 'moved' };

/** An order of the journey: arguments of `npm run admin`, or an instant to which the app's clock is moved. */
export type ProductionOrder = readonly string[] | number;

const root = join(import.meta.dirname, '..', '..', '..');
const postgres = await openTestPostgres();
const name = databaseName('test');
await emptyDatabase(postgres, name);
const mails = await startMailServer({ closesItself: false, onMail: (mail) => report({ kind: 'mail', mail }) });
const folder = mkdtempSync(join(tmpdir(), 'oto-production-'));
const port = await findFreePort();
const base = `http://localhost:${port}`;
const env = {
  ...process.env,
  DATABASE_URL: postgres.urlOf(name),
  OTO_SECRET: secret,
  OTO_DATA_DIR: folder,
  OTO_PUBLIC_URL: base,
  OTO_HOST: '127.0.0.1',
  PORT: String(port),
  SMTP_URL: mails.url,
  OTO_MAIL_FROM: 'Oto <oto@oto.example>',
};

const server = spawn(process.execPath, [join(import.meta.dirname, 'clocked-server.ts')], {
  cwd: root,
  env,
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
server.on('message', () => report({ kind: 'moved' }));
report({ kind: 'ready', base, printed: await readGreeting(server) });

process.on('message', (order: ProductionOrder) => {
  if (typeof order === 'number') server.send(order);
  else runAdmin(order);
});

/** Runs `npm run admin` with these arguments and reports what it printed. */
function runAdmin(args: readonly string[]): void {
  const cli = join(root, 'src', 'main', 'sign-in', 'admin-cli.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: root, env, encoding: 'utf8' });
  report({ kind: 'ran', output: stdout + stderr });
}

// The journey has ended or was killed.
process.on('disconnect', async () => {
  server.kill();
  await once(server, 'exit');
  await mails.close();
  await dropLeftDatabase(postgres, name);
  await postgres.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

function report(each: Report): void {
  if (process.connected) process.send?.(each);
}

/** Resolves with the printed text once the text contains the link for the first support person. */
function readGreeting(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed += text;
      if (/#[\w-]{43}\n/.test(printed)) resolve(printed);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
  });
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
