import { startTestSandbox, type TestSandbox } from './testing';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox?.close());

interface Page {
  data: { trackingNumber: string; kind: string; place: string | null }[];
  place: string;
}
const read = async (after?: string): Promise<Page> =>
  (await fetch(`${sandbox.origin}/carrier/v1/events${after ? `?after=${after}` : ''}`)).json() as Promise<Page>;

test('parcels are moved by hand on the page or by the api, and the feed tells it from a place on', async () => {
  await sandbox.moveParcel({ carrier: '示例快递', trackingNumber: 'A1', kind: 'accepted', place: '示例县' });
  const first = await read();
  expect(first.data).toMatchObject([{ trackingNumber: 'A1', kind: 'accepted', place: '示例县' }]);
  const posted = await fetch(`${sandbox.origin}/parcels`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ carrier: '示例<快递>', trackingNumber: 'A2', kind: 'lost', place: '' }),
  });
  expect(posted.status).toBe(303);
  const next = await read(first.place);
  expect(next.data).toMatchObject([{ trackingNumber: 'A2', kind: 'lost', place: null }]);
  expect((await read(next.place)).data).toEqual([]);
  const shown = await (await fetch(`${sandbox.origin}/parcels`)).text();
  expect(shown).toContain('示例&lt;快递&gt; A2');
});

test('what is no parcel and no place is refused', async () => {
  await expect(sandbox.moveParcel({ carrier: '', trackingNumber: 'A1', kind: 'accepted' })).rejects.toThrow();
  expect((await fetch(`${sandbox.origin}/carrier/v1/events?after=x`)).status).toBe(400);
});
