/** Reads the form that changes the do-not-call list: what to do, the date of the list, and the file. */
import type { FastifyRequest } from 'fastify';
import { DateInput } from '#contract/core/common.ts';
import { LIST_CHANGES } from '#contract/import/do-not-call.ts';
import type { ListTask } from '#flows/import/do-not-call/change-list.ts';
import { problem } from '#http/core/problem.ts';
import { boundaryOf, MalformedMultipart, readMultipart } from '#http/core/requests/multipart.ts';
import { plainName, textOf } from './receive-form.ts';

type Form = Omit<ListTask, 'brandId' | 'personId'>;

/** The largest file: about 700,000 numbers. The whole file is in memory. */
const LARGEST_LIST = 10 * 1024 * 1024;

/** Returns what the form asks for. Throws a problem for a form that is not complete. */
export async function receiveList(request: FastifyRequest): Promise<Form> {
  const boundary = boundaryOf(request.headers['content-type']);
  if (boundary === null) throw problem('upload_incomplete');
  try {
    const fields = new Map<string, string>();
    for await (const { name, fileName, chunks } of readMultipart(request.raw, boundary)) {
      if (name === 'file')
        return { ...formOf(fields), fileName: plainName(fileName ?? ''), file: await bytesOf(chunks) };
      if (FIELDS.has(name)) fields.set(name, await textOf({ name, fileName, chunks }));
    }
    throw fault('file', 'invalid_type');
  } catch (error) {
    if (error instanceof MalformedMultipart) throw problem('upload_incomplete');
    throw error;
  }
}

const FIELDS: ReadonlySet<string> = new Set(['kind', 'listedOn', 'dryRun']);

function formOf(fields: ReadonlyMap<string, string>): Omit<Form, 'fileName' | 'file'> {
  const asked = fields.get('kind') ?? 'add';
  const kind = LIST_CHANGES.find((each) => each === asked);
  if (kind === undefined) throw fault('kind', 'invalid_value');
  const dryRun = fields.get('dryRun') === 'true';
  if (kind === 'remove') return { kind, listedOn: null, dryRun };
  const listedOn = fields.get('listedOn') ?? '';
  if (listedOn === '') throw fault('listedOn', 'list_date_missing');
  const read = DateInput.safeParse(listedOn);
  if (!read.success) throw fault('listedOn', /^\d{4}-\d\d-\d\d$/.test(listedOn) ? 'date_range' : 'invalid_format');
  return { kind, listedOn, dryRun };
}

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    // The rest is read and thrown away, so that the refusal reaches a browser that still sends.
    if (bytes <= LARGEST_LIST) parts.push(chunk);
  }
  if (bytes === 0) throw fault('file', 'file_empty');
  if (bytes > LARGEST_LIST) throw fault('file', 'list_too_large');
  return Buffer.concat(parts);
}

function fault(path: string, code: string) {
  return problem('invalid', { faults: [{ path, code }] });
}
