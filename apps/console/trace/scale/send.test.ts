import type { Api } from '@xihuo/ui';
import { ShortDevice } from './device';
import { lotFor, queueOf, verdictOf, type Entry } from './entry';
import { sendWaiting } from './send';

const ME = 'me';
const say = (problem: unknown) => (problem as { code: string }).code;

function entry(id: string, more: Partial<Entry> = {}): Entry {
  return {
    ...{ id, personId: ME, supplierId: 's', at: Number(id), lotId: 'l', newLot: null, householdId: 'h', grams: 1_000 },
    ...{ grade: 'first' as const, fenPerKg: '300', deliveredOn: '2026-11-28', note: '', photo: null },
    ...{ ticketFileId: null, witness: null, recorded: false, refusal: null, ...more },
  };
}

/** A server that remembers what it was told, and answers some routes as it is told to. */
function server(answers: Record<string, (body: { id: string }, times: number) => unknown> = {}) {
  const calls: { route: string; id: string }[] = [];
  const kept = new Map<string, string>();
  const api = (async (route: string, input: { body?: { id: string }; params?: { id: string } }) => {
    const id = input.body?.id ?? input.params?.id ?? '';
    calls.push({ route, id });
    const times = calls.filter((call) => call.route === route && call.id === id).length;
    answers[route]?.(input.body ?? { id }, times);
    if (route === 'POST /supplier/deliveries') {
      const text = JSON.stringify(input.body);
      if ((kept.get(id) ?? text) !== text) throw { status: 409, code: 'ID_USED' };
      kept.set(id, text);
    }
    if (route === 'POST /supplier/lot-papers') return { fileId: 'file' };
    return { version: 1 };
  }) as unknown as Api;
  return { api, calls, kept };
}

async function deviceWith(...entries: Entry[]) {
  const device = new ShortDevice();
  for (const one of entries) await device.put(one);
  return device;
}

const fail = (status: number, code: string) => () => {
  throw Object.assign(new Error(code), { status, code });
};

test('what waits goes in the order it was weighed, each once; the device keeps nothing of it but that it went', async () => {
  const { api, calls } = server();
  const device = await deviceWith(entry('2'), entry('1'), entry('3'));
  expect(await sendWaiting(api, device, ME, say)).toBe('done');
  expect(calls.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(await device.all()).toEqual([]);
  expect((await device.receipts()).map(({ id }) => id)).toEqual(['1', '2', '3']);
});

test('lot, photo, delivery, signed sheet, witness: in this order, and a stop between two goes on after the one that was done', async () => {
  const whole = entry('1', {
    newLot: { productId: 'p', producedOn: '2026-11-28' },
    photo: new Blob(['ticket']),
    witness: { name: '示例', role: 'neighbour', sheet: new Blob(['sheet']), sheetFileId: null },
  });
  let down = true;
  const { api, calls, kept } = server({
    'POST /supplier/deliveries': () => {
      if (down) throw { status: 0, code: 'NETWORK' };
    },
  });
  const device = await deviceWith(whole);
  expect(await sendWaiting(api, device, ME, say)).toBe('later');
  expect(await device.all()).toMatchObject([{ newLot: null, photo: null, ticketFileId: 'file', recorded: false }]);
  down = false;
  expect(await sendWaiting(api, device, ME, say)).toBe('done');
  expect(calls.map(({ route }) => route.split('/').at(-1))).toEqual(
    // The photo is not sent again.
    ['lots', 'lot-papers', 'deliveries', 'deliveries', 'lot-papers', '{id}', 'witness'],
  );
  expect(JSON.parse(kept.get('1')!)).toMatchObject({ ticketFileId: 'file' });
});

test('an answer that got lost: the same bytes go again under the same id, and it is one delivery', async () => {
  const { api, kept, calls } = server();
  const lossy = (async (...call: Parameters<Api>) => {
    const answer = await (api as (...all: unknown[]) => Promise<unknown>)(...call);
    if (calls.length === 1) throw { status: 0, code: 'TIMEOUT' };
    return answer;
  }) as unknown as Api;
  const device = await deviceWith(entry('1'));
  expect(await sendWaiting(lossy, device, ME, say)).toBe('later');
  expect(await sendWaiting(lossy, device, ME, say)).toBe('done');
  expect([calls.length, kept.size]).toEqual([2, 1]);
});

test('one that is refused stays with the reason and holds nobody up', async () => {
  const { api, kept } = server({
    'POST /supplier/deliveries': ({ id }) => {
      if (id === '1') fail(409, 'LOT_CLOSED')();
    },
  });
  const device = await deviceWith(entry('1'), entry('2'));
  expect(await sendWaiting(api, device, ME, say)).toBe('done');
  expect([...kept.keys()]).toEqual(['2']);
  expect(await device.all()).toMatchObject([
    { id: '1', refusal: { code: 'LOT_CLOSED', text: 'LOT_CLOSED', step: 'delivery' } },
  ]);
});

test('signed out: nothing is lost, nothing is refused; another person sends only the own', async () => {
  const { api } = server({ 'POST /supplier/deliveries': fail(401, 'SESSION_EXPIRED') });
  const device = await deviceWith(entry('1'), entry('2', { personId: 'another' }));
  expect(await sendWaiting(api, device, ME, say)).toBe('signIn');
  expect(await device.all()).toHaveLength(2);
  const other = server();
  await sendWaiting(other.api, device, 'another', say);
  expect([...other.kept.keys()]).toEqual(['2']);
  expect(queueOf(await device.all(), 'another')).toEqual({ waiting: [], refused: [], ofOthers: 1 });
});

test.each([
  [{ status: 0, code: 'NETWORK' }, 'delivery', 'later'],
  [{ status: 503, code: 'HTTP_503' }, 'delivery', 'later'],
  [{ status: 429, code: 'RATE_LIMITED' }, 'delivery', 'later'],
  [{ status: 412, code: 'STALE_VERSION' }, 'witness', 'later'],
  [{ status: 403, code: 'SECOND_FACTOR_REQUIRED' }, 'delivery', 'signIn'],
  [{ status: 403, code: 'FORBIDDEN' }, 'delivery', 'refused'],
  [{ status: 409, code: 'NOT_AT_THIS_STEP' }, 'witness', 'done'],
  [{ status: 422, code: 'DELIVERY_DAY' }, 'delivery', 'refused'],
  [new TypeError('no answer'), 'delivery', 'later'],
] as const)('%o at the %s: %s', (failure, step, verdict) => {
  expect(verdictOf(failure, step)).toBe(verdict);
});

test('a product and a day: the lot that is open, else the one this device opens already, else a new one', () => {
  const wanted = { supplierId: 's', productId: 'p', producedOn: '2026-11-28' };
  const newLot = { productId: 'p', producedOn: '2026-11-28' };
  expect(lotFor(wanted, [{ id: 'open', ...wanted }], [], 'new')).toEqual({ lotId: 'open', newLot: null });
  expect(lotFor(wanted, [], [entry('1', { lotId: 'queued', newLot })], 'new')).toEqual({ lotId: 'queued', newLot });
  expect(lotFor(wanted, [], [entry('1', { supplierId: 'x', newLot })], 'new')).toEqual({ lotId: 'new', newLot });
});

test('an entry that is mended while its photo goes up is sent as mended', async () => {
  const first = entry('1', { photo: new Blob(['ticket']) });
  const device = await deviceWith(first);
  let mended: Promise<void> | undefined;
  const { api, kept } = server({
    'POST /supplier/lot-papers': (_, times) => {
      if (times === 1) mended = device.put({ ...first, grams: 45_000 });
    },
  });
  expect(await sendWaiting(api, device, ME, say)).toBe('done');
  await mended;
  expect(JSON.parse(kept.get('1')!)).toMatchObject({ grams: 45_000 });
  expect(await device.all()).toEqual([]);
});

test('an entry that is mended while it is recorded comes too late, and stands there with what the server says', async () => {
  const first = entry('1');
  const device = await deviceWith(first);
  let mended: Promise<void> | undefined;
  const { api } = server({
    'POST /supplier/deliveries': (_, times) => {
      if (times === 1) mended = device.put({ ...first, grams: 45_000 });
    },
  });
  expect(await sendWaiting(api, device, ME, say)).toBe('done');
  await mended;
  expect(await device.all()).toMatchObject([{ grams: 45_000, refusal: { code: 'ID_USED', step: 'delivery' } }]);
  expect(await device.receipts()).toEqual([]);
});
