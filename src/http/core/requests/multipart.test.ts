/** Tests that a multipart body is read alike, however its bytes are cut into chunks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boundaryOf, MalformedMultipart, readMultipart } from './multipart.ts';

async function* cut(body: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, n = 0; at < body.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield body.subarray(at, at + size);
    at += size;
  }
}

async function partsOf(body: Buffer, boundary: string, sizes: readonly number[] = [1_000]) {
  const parts: { name: string; fileName: string | null; text: string }[] = [];
  for await (const { name, fileName, chunks } of readMultipart(cut(body, sizes), boundary)) {
    parts.push({ name, fileName, text: Buffer.concat(await Array.fromAsync(chunks)).toString('latin1') });
  }
  return parts;
}

test('a body of the platform’s own FormData is read, whatever its bytes and its chunks', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  const check = fc.asyncProperty(bytes, sizes, async (content, cuts) => {
    const form = new FormData();
    form.set('kind', 'customers');
    form.set('file', new Blob([content]), 'clientes "novos".csv');
    const request = new Response(form);
    const boundary = boundaryOf(request.headers.get('content-type') ?? undefined);
    assert.ok(boundary);
    const body = Buffer.from(await request.arrayBuffer());
    assert.deepEqual(await partsOf(body, boundary, cuts), [
      { name: 'kind', fileName: null, text: 'customers' },
      { name: 'file', fileName: 'clientes "novos".csv', text: Buffer.from(content).toString('latin1') },
    ]);
  });
  await fc.assert(check, { numRuns: 100 });
});

test('a part that is not read is skipped', async () => {
  const body = Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nskipped\r\n--b\r\nContent-Disposition: form-data; name="c"\r\n\r\nread\r\n--b--\r\n',
  );
  const names: string[] = [];
  for await (const { name } of readMultipart(cut(body, [3]), 'b')) names.push(name);
  assert.deepEqual(names, ['a', 'c']);
});

test('a body that ends early, or has a part without a name, is refused', async () => {
  for (const body of [
    '',
    '--b\r\n',
    '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\ncut off',
    '--b\r\ncontent-type: text/csv\r\n\r\nno name\r\n--b--',
    `--b\r\ncontent-disposition: form-data; name="${'a'.repeat(9_000)}"\r\n\r\nlong\r\n--b--`,
  ])
    await assert.rejects(partsOf(Buffer.from(body), 'b'), MalformedMultipart, body.slice(0, 60));
});

test('the boundary is read from the content type, quoted or not', () => {
  assert.equal(boundaryOf('multipart/form-data; boundary=abc'), 'abc');
  assert.equal(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"'), 'a b');
  assert.equal(boundaryOf('application/json'), null);
  assert.equal(boundaryOf('multipart/form-data'), null);
  assert.equal(boundaryOf(undefined), null);
});
