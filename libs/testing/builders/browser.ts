import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Surface = 'shop' | 'console';

interface Answer {
  status: number;
  /** Of a problem. */
  code: string | undefined;
  body: Record<string, unknown>;
  setCookie: string[];
  header(name: string): string | undefined;
  headers: Record<string, unknown>;
  /** As they came; of a download, the file. */
  bytes: Buffer;
}

/** A browser as far as cookies go: keeps what it is given, sends it back, forgets what it is told to. */
export class Browser {
  readonly jar = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    readonly surface: Surface,
    private readonly address = '127.0.0.1',
  ) {}

  /** What its session cookie holds. */
  get token(): string | undefined {
    return this.jar.get(this.cookieName);
  }

  /** What it sends with every request. */
  get headers(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return { host: 'localhost:3000', surface: this.surface, ...(cookie === '' ? {} : { cookie }) };
  }

  /** Comes with another's cookie. */
  plant(token: string): void {
    this.jar.set(this.cookieName, token);
  }

  /** A payload of text or bytes goes out as it is: say in a header what it is. */
  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object | string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: this.address,
      headers: { ...this.headers, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const setCookie = [response.headers['set-cookie'] ?? []].flat();
    for (const one of setCookie) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      if (/Max-Age=0/.test(one)) this.jar.delete(name!);
      else this.jar.set(name!, value!);
    }
    const { headers: answered, rawPayload: bytes } = response;
    const isJson = /json/.test(String(answered['content-type'] ?? ''));
    const body = isJson ? (JSON.parse(response.body) as Record<string, unknown>) : {};
    return {
      status: response.statusCode,
      code: body['code'] as string | undefined,
      body,
      setCookie,
      header: (name) => response.headers[name]?.toString(),
      headers: answered,
      bytes,
    };
  }

  signIn(login: string, password: string): Promise<Answer> {
    return this.ask('POST', '/sessions', { surface: this.surface, login, password });
  }

  private get cookieName(): string {
    return `__Host-xihuo-${this.surface}`;
  }
}
