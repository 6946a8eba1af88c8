import { addressOf, createClient, type ClientSettings } from './api';
import { forgetIdempotencyKey, idempotencyKey } from './idempotency';
import { ApiProblem } from './problem';

/** A server that gives the listed answers in turn and remembers what it was asked. */
function server(...answers: (Response | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const settings: ClientSettings = {
    locale: () => 'en',
    random: () => 0.5,
    pause: async () => undefined,
    fetch: (async (url: string, init: RequestInit) => {
      asked.push({ url, init });
      const answer = answers.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
      return answer;
    }) as typeof fetch,
  };
  return { api: createClient(settings), asked };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

test('fills the path and leaves empty filters out', () => {
  expect(
    addressOf('/lots/{code}', {
      params: { code: 'L 1/2' },
      query: { q: '小米', region: '', sort: undefined },
    }),
  ).toBe('/lots/L%201%2F2?q=%E5%B0%8F%E7%B1%B3');
  expect(() => addressOf('/lots/{code}', {})).toThrow('wants code');
});

test('a read is asked again after a passing failure, three times in all', async () => {
  const { api, asked } = server(new TypeError('lost'), json({}, 503), json({ demo: true }));
  await expect(api('GET /instance')).resolves.toEqual({ demo: true });
  expect(asked).toHaveLength(3);
  expect(asked[0]?.init.headers).toMatchObject({ 'accept-language': 'en' });

  const gone = server(new TypeError('lost'), new TypeError('lost'), new TypeError('lost'), json({}));
  await expect(gone.api('GET /instance')).rejects.toMatchObject({ status: 0, code: 'NETWORK' });
  expect(gone.asked).toHaveLength(3);
});

test('what is asked with nobody at the page says so, and only then', async () => {
  const headersOf = async (unattended: boolean) => {
    const asked: RequestInit[] = [];
    const keep = (_: unknown, init: RequestInit = {}) => {
      asked.push(init);
      return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
    };
    await createClient({ fetch: keep as typeof fetch, unattended: () => unattended, locale: () => 'en' })('GET /me');
    return asked[0]?.headers;
  };
  expect(await headersOf(true)).toMatchObject({ unattended: 'true' });
  expect(await headersOf(false)).not.toHaveProperty('unattended');
});

test('a write is never repeated by itself', async () => {
  const { api, asked } = server(json({}, 503), json({}));
  await expect(api('POST /sms-codes', { body: { phone: '10000000001' } })).rejects.toBeInstanceOf(ApiProblem);
  expect(asked).toHaveLength(1);
});

test('a download comes as a file', async () => {
  const { api } = server(new Response('%PDF', { headers: { 'content-disposition': 'inline' } }));
  const paper = await api('GET /admission/applications/{id}/documents/{documentId}', {
    params: { id: 'a', documentId: 'b' },
  });
  expect(await paper.text()).toBe('%PDF');
});

test('a refusal keeps its code, fields, trace id and facts', async () => {
  const body = {
    title: '价格已变动',
    status: 409,
    code: 'PRICE_CHANGED',
    traceId: 't-1',
    errors: [{ pointer: '/lines/0', code: 'changed', message: 'changed' }],
    changes: [{ skuId: 's' }],
  };
  const { api } = server(json(body, 409));
  await expect(api('GET /instance')).rejects.toMatchObject({
    status: 409,
    code: 'PRICE_CHANGED',
    traceId: 't-1',
    errors: body.errors,
    facts: { changes: [{ skuId: 's' }] },
  });
});

test("a proxy's page in place of a problem is still a problem", async () => {
  const { api } = server(new Response('<html>', { status: 500, headers: { 'x-request-id': 'r-9' } }));
  await expect(api('GET /instance')).rejects.toMatchObject({ status: 500, code: 'HTTP_500', traceId: 'r-9' });
});

test('the same content keeps its key until the answer has come', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const first = idempotencyKey('order', { lines: [1] }, store);
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idempotencyKey('order', { lines: [1] }, store)).toBe(first);
  expect(idempotencyKey('order', { lines: [2] }, store)).not.toBe(first);
  const second = idempotencyKey('order', { lines: [2] }, store);
  forgetIdempotencyKey('order', store);
  expect(idempotencyKey('order', { lines: [2] }, store)).not.toBe(second);
});

test('the version that was read goes along as If-Match, a file as its own bytes', async () => {
  const { api, asked } = server(json({}), json({}, 201));
  await api('PUT /admission/applications/{id}/form', { params: { id: 'a' }, body: {}, version: 7 });
  expect(asked[0]?.init.headers).toMatchObject({ 'if-match': '"7"', 'content-type': 'application/json' });
  const file = new Blob(['%PDF'], { type: 'application/pdf' });
  const query = { kind: 'businessLicence', name: 'licence.pdf' } as const;
  await api('POST /admission/applications/{id}/documents', { params: { id: 'a' }, query, file });
  expect(asked[1]?.init).toMatchObject({ body: file, headers: { 'content-type': 'application/pdf' } });
});

/** A line on which nothing comes until somebody gives up. */
const silent: typeof fetch = (_url, { signal } = {}) =>
  new Promise((_, fail) => {
    const stop = () => fail(new DOMException('given up', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
  });
const atOnce = () => Promise.resolve();

test('what does not come in time is a timeout, also on phones that cannot join signals', async () => {
  const joins = AbortSignal.any.bind(AbortSignal);
  Object.assign(AbortSignal, { any: undefined });
  const api = createClient({ locale: () => 'en', fetch: silent, timeoutMs: 1, readRetries: 0, pause: atOnce });
  const { signal } = new AbortController();
  await expect(api('GET /categories', { signal })).rejects.toMatchObject({ status: 0, code: 'TIMEOUT' });
  Object.assign(AbortSignal, { any: joins });
});

test('a film has the time that a slow line needs for it', async () => {
  jest.useFakeTimers();
  try {
    const api = createClient({ locale: () => 'en', fetch: silent });
    const file = new Blob([new Uint8Array(3_000_000)], { type: 'video/mp4' });
    const query = { kind: 'businessLicence', name: 'film' } as const;
    let code: string | undefined;
    const sent = api('POST /admission/applications/{id}/documents', { params: { id: 'a' }, query, file });
    const told = sent.catch((error: { code: string }) => (code = error.code));
    await jest.advanceTimersByTimeAsync(279_999);
    expect(code).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    await told;
    expect(code).toBe('TIMEOUT');
  } finally {
    jest.useRealTimers();
  }
});

test('what the page no longer wants is no failure to show', async () => {
  const moved = new AbortController();
  const api = createClient({ locale: () => 'en', fetch: silent, readRetries: 0, pause: atOnce });
  const asked = api('GET /categories', { signal: moved.signal });
  moved.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('a body that breaks off is a broken line', async () => {
  const broken = () => Promise.resolve(new Response('{"data":[', { headers: { 'content-type': 'application/json' } }));
  const api = createClient({ locale: () => 'en', fetch: broken, readRetries: 0, pause: atOnce });
  await expect(api('GET /categories')).rejects.toMatchObject({ status: 0, code: 'NETWORK' });
});

test('a dead line is given up once, however often it may be asked again', async () => {
  const asked: number[] = [];
  const dead: typeof fetch = (url, init) => (asked.push(asked.length), silent(url, init));
  const api = createClient({ locale: () => 'en', fetch: dead, timeoutMs: 1, pause: atOnce });
  await expect(api('GET /categories')).rejects.toMatchObject({ status: 0, code: 'TIMEOUT' });
  expect(asked).toHaveLength(1);
});

test('time that runs out between two attempts ends the asking too', async () => {
  jest.useFakeTimers();
  try {
    const asked: number[] = [];
    const broken: typeof fetch = () => (asked.push(asked.length), Promise.reject(new TypeError('lost')));
    const pause = () => Promise.resolve(void jest.advanceTimersByTime(1_000));
    const api = createClient({ locale: () => 'en', fetch: broken, timeoutMs: 1_000, pause });
    await expect(api('GET /categories')).rejects.toMatchObject({ status: 0, code: 'NETWORK' });
    expect(asked).toHaveLength(1);
  } finally {
    jest.useRealTimers();
  }
});

test('a page that moves on between two attempts ends the asking too', async () => {
  const asked: number[] = [];
  const broken: typeof fetch = () => (asked.push(asked.length), Promise.reject(new TypeError('lost')));
  const moved = new AbortController();
  const pause = () => Promise.resolve(moved.abort());
  const api = createClient({ locale: () => 'en', fetch: broken, pause });
  await expect(api('GET /categories', { signal: moved.signal })).rejects.toMatchObject({ code: 'NETWORK' });
  expect(asked).toHaveLength(1);
});

test('how long to wait comes from the answer', async () => {
  const limited = server(json({ code: 'RATE_LIMITED', retryAfterSeconds: 40 }, 429));
  await expect(limited.api('GET /categories')).rejects.toMatchObject({ status: 429, waitSeconds: 40 });
  const proxy = server(new Response('busy', { status: 429 }));
  await expect(proxy.api('GET /categories')).rejects.toMatchObject({ waitSeconds: null });
});
