/**
 * Reads a `multipart/form-data` body part by part, without keeping a whole part in memory. Written here because the routes
 * need only one file and one field, and every byte can then be written to the database as it arrives.
 */

/** A part: a field of a form, or a file with its name. `chunks` must be read to its end before the next part begins. */
export interface MultipartPart {
  readonly name: string;
  /** The name of the file; null for a field. */
  readonly fileName: string | null;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Thrown where the body is not a well-formed `multipart/form-data`. */
export class MalformedMultipart extends Error {
  override readonly name = 'MalformedMultipart';
}

/** The longest header of a part: a name and a file's name. */
const LONGEST_HEADER = 8 * 1024;
const LONGEST_BOUNDARY = 70;
const MOST_PARTS = 10;

/** Returns the boundary of a `multipart/form-data` content type; null for any other content type. */
export function boundaryOf(contentType: string | undefined): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '') ?? [];
  const boundary = quoted ?? plain ?? '';
  return boundary.length > 0 && boundary.length <= LONGEST_BOUNDARY ? boundary : null;
}

/** Yields the parts of the body in their order. Throws `MalformedMultipart`. */
export async function* readMultipart(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<MultipartPart> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line break before it, so one is put in front of the body.
  const bytes = new ByteReader(body, Buffer.from('\r\n'));
  for await (const _ of bytes.until(delimiter));
  for (let parts = 0; ; parts += 1) {
    const after = await bytes.take(2);
    if (after === '--') return;
    if (after !== '\r\n' || parts === MOST_PARTS) throw new MalformedMultipart('a boundary is not followed by a part');
    const { name, fileName } = await readHeader(bytes);
    const chunks = bytes.until(delimiter);
    yield { name, fileName, chunks };
    for await (const _ of chunks);
  }
}

async function readHeader(bytes: ByteReader): Promise<Pick<MultipartPart, 'name' | 'fileName'>> {
  // A part without headers begins with an empty line, which this route does not accept.
  let header = '';
  for await (const chunk of bytes.until(Buffer.from('\r\n\r\n'))) {
    header += chunk.toString('utf8');
    if (header.length > LONGEST_HEADER) throw new MalformedMultipart('the header of a part is too long');
  }
  const [, parameters] = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(header) ?? [];
  const name = parameterOf(parameters ?? '', 'name');
  if (name === null) throw new MalformedMultipart('a part has no name');
  return { name, fileName: parameterOf(parameters ?? '', 'filename') };
}

/** Browsers write `"` in a name as `%22`, and line breaks as `%0D%0A`. */
function parameterOf(parameters: string, name: string): string | null {
  const [, value] = new RegExp(`(?:^|;|\\s)${name}="([^"]*)"`, 'i').exec(parameters) ?? [];
  return value === undefined ? null : value.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ');
}

/** Reads bytes from chunks of any size, up to a sequence of bytes that may lie across two chunks. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer;

  constructor(source: AsyncIterable<Buffer>, before: Buffer) {
    this.#source = source[Symbol.asyncIterator]();
    this.#rest = before;
  }

  /** Yields the bytes before `end`, and removes `end` itself. Once it is exhausted, it yields nothing. */
  async *until(end: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(end);
      if (at !== -1) {
        const found = this.#rest.subarray(0, at);
        this.#rest = this.#rest.subarray(at + end.length);
        if (found.length > 0) yield found;
        return;
      }
      // The last bytes may be the beginning of `end`.
      const safe = Math.max(0, this.#rest.length - end.length + 1);
      const ready = this.#rest.subarray(0, safe);
      this.#rest = this.#rest.subarray(safe);
      if (ready.length > 0) yield ready;
      await this.#readMore();
    }
  }

  async take(count: number): Promise<string> {
    while (this.#rest.length < count) await this.#readMore();
    const taken = this.#rest.subarray(0, count).toString('latin1');
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #readMore(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new MalformedMultipart('the body ends in the middle of a part');
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
  }
}
