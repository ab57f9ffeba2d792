/** Makes a brand on its own durable Postgres, and imports files into it: by the command, a separate process, or as the browser does. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { ImportKind } from '#contract/import/import-report.ts';
import { prepareInstallation } from '#db/core/installation/installation.ts';
import { readMigrations } from '#db/core/installation/migrate.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { createBrand } from '#db/people/brands.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { importFile } from '#flows/import/import-file.ts';
import { ImportRuns } from '#flows/import/upload/import-runs.ts';
import { receiveUpload } from '#flows/import/upload/receive-upload.ts';
import { readUploadRow } from '#flows/import/upload/stage-upload.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { importEngine } from '#main/import/import-engine.ts';

const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const COMMAND = join(import.meta.dirname, '..', '..', 'src', 'main', 'import', 'import-cli.ts');
const SLUG = 'medida';

export type OpenImportBench = Awaited<ReturnType<typeof openImportBench>>;

/** Starts Postgres and makes an empty brand; `superuser` may read and write files by COPY. */
export async function openImportBench() {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, onLost });
  const derived = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  // The import command refuses a database that was not prepared as a server's start prepares it.
  const { names } = await prepareInstallation(derived, readMigrations(), { previousSecret: null, rotate: false });
  const logins = { ...derived, names };
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: onLost });
  const superuser = new pg.Client({ connectionString: postgres.urlOf('oto', 'postgres') });
  await superuser.connect();
  const brandId = uuidv7();
  await db.inBrand(brandId, async (tx) => {
    const terms = {
      name: 'Medida',
      article: 'a',
      plan: 'growth',
      zone: 'America/Sao_Paulo',
      portfolioOnly: false,
    } as const;
    createBrand(tx, { brandId, slug: SLUG, ...terms }, Date.now());
  });

  /** Imports a file by the flow, without the command, which would also hash a PIN for each new seller. */
  async function importWithFlow(kind: ImportKind, text: string): Promise<void> {
    const deps = { db, now: () => Date.now(), newId: uuidv7, numberKey: keysOf(SECRET).numbers };
    const report = await importFile(deps, { brandId, kind, file: Buffer.from(text), skipBadRows: false });
    if (report.kind !== 'read' || !report.written) throw new Error(`The file of ${kind} was not imported`);
  }

  /** Runs the command and returns its seconds, the start of its process included. Throws if the command does not end with 0. */
  async function runImport(kind: ImportKind, text: string): Promise<number> {
    const file = join(dataDir, `${kind}.csv`);
    await writeFile(file, text);
    const env = {
      ...process.env,
      DATABASE_URL: logins.ownerUrl,
      OTO_SECRET: SECRET,
      OTO_DATA_DIR: dataDir,
      OTO_MODE: 'demo',
    };
    const began = performance.now();
    const child = spawn(process.execPath, [COMMAND, '--brand', SLUG, '--kind', kind, file], { env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    const status = await new Promise((resolve) => child.on('close', resolve));
    if (status !== 0) throw new Error(`The import command ended with ${status}: ${said.slice(-2_000)}`);
    return (performance.now() - began) / 1000;
  }

  const now = () => Date.now();
  const numberKey = keysOf(SECRET).numbers;
  const engine = importEngine({ url: urlOf('oto_runtime', logins), numberKey, now });
  const runs = new ImportRuns({ db, now, engine, deleteLeftAccounts: async () => undefined, onError: onLost });

  /** Uploads, checks and applies a file as the browser does, and returns the seconds. */
  async function uploadRows(kind: ImportKind, text: string): Promise<number> {
    const began = performance.now();
    const id = await storeChunks(kind, chunksOf(Buffer.from(text)));
    await readStored(id);
    await runs.apply({ brandId, id, columns: null, skipBadRows: false });
    await runs.settled();
    const row = await readUploadRow({ db }, brandId, id);
    if (row?.state !== 'applied')
      throw new Error(`The file of ${kind} was not imported: ${row?.state} ${row?.failure}`);
    return (performance.now() - began) / 1000;
  }

  /** Stores a file that arrives in chunks, as the server does, and returns the import's id. */
  async function storeChunks(kind: ImportKind, chunks: AsyncIterable<Buffer>): Promise<string> {
    const of = { brandId, personId: uuidv7(), kind, fileName: `${kind}.csv` };
    const received = await receiveUpload({ db, now, newId: uuidv7 }, of, chunks);
    if (typeof received === 'string') throw new Error(`The file of ${kind} was refused: ${received}`);
    return received.id;
  }

  /** Reads a stored file in the process beside the server. */
  async function readStored(id: string): Promise<void> {
    const fault = await engine.read({ brandId, id, columns: null, skipBadRows: false, fence: 0 });
    if (fault !== null) throw new Error(`The file could not be read: ${fault.code}`);
  }

  return {
    brandId,
    folder: dataDir,
    storeChunks,
    readStored,
    superuser,
    importWithFlow,
    runImport,
    uploadRows,
    deps: {
      db,
      timelines: new Timelines(),
      now: () => Date.now(),
      hostNow: () => Date.now(),
      clockIsSafe: () => true,
      newId: uuidv7,
      newToken: () => randomBytes(16).toString('base64url'),
      tzVersion: process.versions.tz ?? '',
      receiptKey: new Uint8Array(32).fill(1),
      chainHeads: new ChainHeads(),
    },
    async close() {
      await engine.close();
      await Promise.all([db.close(), superuser.end()]);
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Cuts a file into chunks as a network delivers them. */
async function* chunksOf(file: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += CHUNK_BYTES) yield file.subarray(at, at + CHUNK_BYTES);
}

const CHUNK_BYTES = 64 * 1024;
