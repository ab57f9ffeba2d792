/** Reads the form of an upload: the kind, then the file, which is stored while it arrives. */
import type { FastifyRequest } from 'fastify';
import { IMPORT_KINDS, type ImportKind } from '#contract/import/import-report.ts';
import { receiveUpload, type UploadDeps } from '#flows/import/upload/receive-upload.ts';
import { problem } from '#http/core/problem.ts';
import { boundaryOf, MalformedMultipart, type MultipartPart, readMultipart } from '#http/core/requests/multipart.ts';

/** Stores the file of the form and returns the import's id. Throws a problem for a form that is not complete. */
export async function receiveForm(
  deps: UploadDeps,
  of: { readonly brandId: string; readonly personId: string },
  request: FastifyRequest,
): Promise<string> {
  const boundary = boundaryOf(request.headers['content-type']);
  if (boundary === null) throw problem('upload_incomplete');
  try {
    let kind: ImportKind | null = null;
    for await (const part of readMultipart(request.raw, boundary)) {
      if (part.name === 'kind') kind = kindIn(await textOf(part));
      else if (part.name === 'file') return await storeFile(deps, { ...of, kind: kind ?? missing('kind') }, part);
    }
    return missing('file');
  } catch (error) {
    if (error instanceof MalformedMultipart) throw problem('upload_incomplete');
    throw error;
  }
}

async function storeFile(
  deps: UploadDeps,
  of: { readonly brandId: string; readonly personId: string; readonly kind: ImportKind },
  { fileName, chunks }: MultipartPart,
): Promise<string> {
  const name = plainName(fileName ?? '');
  const received = await receiveUpload(deps, { ...of, fileName: name }, chunks);
  if (received === 'too_large') throw problem('import_too_large');
  if (received === 'empty') return unreadable();
  if (received === 'ended') throw problem('import_changed');
  return received.id;
}

function unreadable(): never {
  throw problem('invalid', { faults: [{ path: 'file', code: 'file_empty' }] });
}

export async function textOf({ chunks }: MultipartPart): Promise<string> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk.toString('utf8');
    if (text.length > LONGEST_KIND) throw problem('invalid', { faults: [{ path: 'kind', code: 'invalid_value' }] });
  }
  return text;
}

const LONGEST_KIND = 100;

function kindIn(text: string): ImportKind {
  const kind = IMPORT_KINDS.find((each) => each === text);
  if (kind === undefined) throw problem('invalid', { faults: [{ path: 'kind', code: 'invalid_value' }] });
  return kind;
}

function missing(path: 'kind' | 'file'): never {
  throw problem('invalid', { faults: [{ path, code: 'invalid_type' }] });
}

/** The file's name without the folders that some browsers send, and without characters that no screen shows. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{C}]/gu, '').trim();
  return plain.slice(0, 200) || 'arquivo.csv';
}
