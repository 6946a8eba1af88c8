import { openHouse, type House } from '@xihuo/testing';
import { Notices } from './notices';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

type Reader = Awaited<ReturnType<House['signedIn']>>;
type Seen = { id: string; readAt: string | null }[];

const said = { title: { zh: '题', en: 'Title' }, body: { zh: '文', en: 'Text' } };
const listed = async (reader: Reader) => (await reader.ask('GET', '/me/notices')).body['data'] as Seen;
const unread = async (reader: Reader) => (await listed(reader)).map(({ readAt }) => readAt === null);

test('what was shown is read, what came later and what is others’ is not', async () => {
  const notices = new Notices(house.vault);
  const [reader, other] = [await house.signedIn({ role: 'consumer' }), await house.signedIn({ role: 'consumer' })];
  const idOf = async (who: Reader) => (await who.ask('GET', '/me')).body['personId'] as string;
  const people = [await idOf(reader), await idOf(other)];
  const tell = (key: string) => house.does((tx) => notices.tellAll(tx, people, { key, about: 'roles:own', ...said }));
  await tell('one');
  await tell('two');
  const [newest] = await listed(reader);
  await tell('three');
  const read = () => reader.ask('POST', '/me/notices/read', { upTo: newest!.id });
  const left = async () => (await reader.ask('GET', '/me/notices?limit=1')).body['unread'];
  expect(await left()).toBe(3);
  expect(await read()).toMatchObject({ status: 200, body: { unread: 1 } });
  expect(await left()).toBe(1);
  expect(await unread(reader)).toEqual([true, false, false]);
  expect(await unread(other)).toEqual([true, true, true]);
  const [, before] = await listed(reader);
  expect((await read()).body).toEqual({ unread: 1 });
  expect((await listed(reader))[1]!.readAt).toBe(before!.readAt);
});
