/** A device that calls the installation over HTTP and keeps cookies as a browser does. */

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; null where there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of the answer, and fails where a field is missing
  readonly body: any;
}

export class Client {
  readonly #base: string;
  readonly #jar = new Map<string, string>();
  /** The headers of every request; `x-forwarded-for` is the network of the device. */
  readonly headers: Record<string, string>;

  constructor(base: string, headers: Record<string, string> = {}) {
    this.#base = base;
    this.headers = { ...headers };
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#jar;
  }

  /** Returns a second device with this device's cookies except the named ones, as a thief or a browser after a cleanup has. */
  without(...names: string[]): Client {
    const other = new Client(this.#base, this.headers);
    for (const [name, value] of this.#jar) if (!names.includes(name)) other.#jar.set(name, value);
    return other;
  }

  setCookie(name: string, value: string): void {
    this.#jar.set(name, value);
  }

  get = (path: string, headers?: Record<string, string>) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>) => this.send('POST', path, body, headers);
  put = (path: string, body?: unknown, headers?: Record<string, string>) => this.send('PUT', path, body, headers);
  delete = (path: string, headers?: Record<string, string>) => this.send('DELETE', path, undefined, headers);

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0/i.test(line)) this.#jar.delete(name);
    else this.#jar.set(name, value);
  }
}
