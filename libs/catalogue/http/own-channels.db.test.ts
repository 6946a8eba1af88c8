import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';
import { channels } from '../index';

/** Two of one supplier over the same entry: whoever comes late reads first what the other chose, and who it was. */

let house: House;
let desk: ProductDesk;
let seller: Seller;
let day: (offset: number) => string;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  seller = await desk.seller();
  await desk.recognised(seller);
  await house.rows(
    `insert into registry.region (code, name, level, side, pinyin, province_code)
     values ('310000', '上海市', 'province', 'east', 'shang hai', '310000') on conflict do nothing`,
  );
  await house.rows(
    `insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
     select '310000', '610000', '示例协作', '2020-01-01', 'test' on conflict do nothing`,
  );
  const [{ today }] = (await house.rows<{ today: string }>(
    `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
  )) as [{ today: string }];
  day = (offset) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
});
afterAll(() => house?.close());

const clerkOf = ({ supplierId }: Seller) => house.signedIn({ role: 'supplier', organisationId: supplierId });
type Clerk = Awaited<ReturnType<typeof clerkOf>>;
const nameOf = async (clerk: Clerk) => (await clerk.ask('GET', '/me')).body['displayName'] as string;
const put = (clerk: Clerk, path: string, body: object, version: unknown) =>
  clerk.ask('PUT', path, body, { 'if-match': `"${String(version)}"` });
type Own = { version: number; products: unknown[] }[];
const own = async (clerk: Clerk, path: string) => (await clerk.ask('GET', path)).body['data'] as Own;

test('a fair is signed up for over what was read; who of the own people was faster is named, nobody of another supplier', async () => {
  const form = {
    ...{ slug: 'expo', kind: 'expo' as const, name: { zh: '示例博览会', en: 'Expo' }, story: { zh: '', en: '' } },
    ...{ startsOn: day(1), endsOn: day(3), signUpBy: day(1), regionCode: '610629', place: '示例馆' },
  };
  const { id } = await house.does((tx) => channels.draftFair(tx, form));
  await house.does((tx) => channels.publishFair(tx, { id, version: 1 }));
  const [first, second] = [await clerkOf(seller), await clerkOf(seller)];
  const list = `/suppliers/${seller.supplierId}/fairs`;
  const path = `${list}/expo`;
  const [read] = await own(first, list);
  expect(read).toMatchObject({ version: 1, products: [] });
  const body = { products: [seller.productId] };
  expect((await first.ask('PUT', path, body)).code).toBe('VERSION_MISSING');
  const made = await put(first, path, body, read!.version);
  expect(made).toMatchObject({ status: 200, body });

  const others = await desk.seller();
  await desk.approved(others);
  const stranger = await clerkOf(others);
  const theirs = { products: [others.productId] };
  expect((await put(stranger, `/suppliers/${others.supplierId}/fairs/expo`, theirs, 1)).status).toBe(200);

  const late = await put(second, path, { products: [] }, read!.version);
  expect(late).toMatchObject({ status: 412, code: 'STALE_VERSION', body: { version: made.body['version'] } });
  expect(late.body['changed']).toEqual({ by: await nameOf(first), at: expect.any(String) });
  expect(late.body['detail']).toContain(await nameOf(first));
  expect((await own(second, list))[0]).toMatchObject(body);
  expect(await put(second, path, { products: [] }, made.body['version'])).toMatchObject({
    body: { version: 1, signedUp: false },
  });
});

test('a campaign is entered over what was read: the second reads first what the other entered', async () => {
  const form = {
    ...{ slug: 'first', name: { zh: '示例活动', en: 'Campaign' }, story: { zh: '', en: '' }, discounts: [] },
    ...{ startsOn: day(0), endsOn: day(3), eastCode: '310000', westCode: '610000', hostCode: '610000' },
  };
  const { id } = await house.does((tx) => channels.draftCampaign(tx, form));
  await house.does((tx) => channels.publishCampaign(tx, { id, version: 1 }));
  const [first, second] = [await clerkOf(seller), await clerkOf(seller)];
  const list = `/suppliers/${seller.supplierId}/campaigns`;
  const path = `${list}/first`;
  const [read] = await own(first, list);
  expect(read).toMatchObject({ version: 1, products: [{ entered: false }] });
  const body = { products: [seller.productId], acceptsDiscounts: true };
  expect((await first.ask('PUT', path, body)).code).toBe('VERSION_MISSING');
  const made = await put(first, path, body, read!.version);
  expect(made).toMatchObject({ status: 200, body: { products: [{ entered: true }] } });
  expect((await own(second, list))[0]!.version).toBe(made.body['version']);

  const none = { products: [], acceptsDiscounts: true };
  const late = await put(second, path, none, read!.version);
  expect(late).toMatchObject({ status: 412, code: 'STALE_VERSION', body: { version: made.body['version'] } });
  expect(late.body['changed']).toEqual({ by: await nameOf(first), at: expect.any(String) });
  expect((await own(second, list))[0]!.products).toMatchObject([{ entered: true }]);
  expect(await put(second, path, none, made.body['version'])).toMatchObject({ body: { version: 1 } });
});
