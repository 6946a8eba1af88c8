import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk } from '@xihuo/testing';
import { search } from '../index';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  await house.rows(
    `insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
       ('640000', '宁夏回族自治区', 'province', null, 'west', 'ning xia', '640000'),
       ('640300', '吴忠市', 'prefecture', '640000', null, 'wu zhong', '640000'),
       ('640302', '利通区', 'county', '640300', null, 'li tong', '640000'),
       ('640303', '甲县', 'county', '640300', null, 'jia xian', '640000')`,
  );
});
afterAll(() => house?.close());

test('areas are kept as few as possible, told with what is left out, and found by the search as soon as it is indexed', async () => {
  const seller = await desk.seller();
  await desk.approved(seller);
  const { supplierId } = seller;
  const clerk = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  const path = `/suppliers/${supplierId}/delivery-areas`;
  const everywhere = (await clerk.ask('GET', path)).body;
  expect(everywhere).toMatchObject({ data: [], notServed: [] });
  const { all } = everywhere['counties'] as { all: number };
  expect(everywhere['counties']).toEqual({ served: all, all });

  const provinces = await house.rows<{ code: string }>(
    `select code from registry.region where level = 'province' and code < '700000' order by code`,
  );
  const codes = provinces.map(({ code }) => code);
  // All provinces but one, and of that one a county of two.
  const areas = [...codes.filter((code) => code !== '640000'), '640302'];
  const put = async (wanted: string[], version: unknown) =>
    clerk.ask('PUT', path, { areas: wanted }, { 'if-match': `"${String(version)}"` });
  const set = await put(areas, everywhere['version']);
  expect(set.body).toMatchObject({
    data: [...areas].sort().map((code) => ({ code })),
    notServed: [{ code: '640303', name: '甲县', provinceName: '宁夏回族自治区' }],
    counties: { served: all - 1, all },
  });

  await house.does((tx) => search.indexAll(tx));
  const found = async (place: string) =>
    ((await clerk.ask('GET', `/products?deliverTo=${place}&supplier=${supplierId}`)).body['data'] as unknown[]).length;
  expect(await found('640302')).toBe(1);
  expect(await found('640303')).toBe(0);
  expect(await found(codes.find((code) => code !== '640000')!)).toBe(1);

  // The last county too is all of its province, and so of everywhere.
  expect(await put([...areas, '640303'], everywhere['version'])).toMatchObject({
    ...{ status: 412, code: 'STALE_VERSION', body: { version: set.body['version'] } },
  });
  expect((await clerk.ask('PUT', path, { areas })).code).toBe('VERSION_MISSING');
  await put([...areas, '640303'], set.body['version']);
  expect((await clerk.ask('GET', path)).body).toMatchObject({ data: [], notServed: [] });
  // Twice set, and once refused.
  expect(
    await house.count(
      `select count(*) from platform.audit_content where content::json ->> 'action' = 'delivery.setAreas' and subject_id = $1`,
      [supplierId],
    ),
  ).toBe(3);
});

test('nowhere, places there are not, and others are refused', async () => {
  const { supplierId } = await desk.seller();
  const clerk = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  const path = `/suppliers/${supplierId}/delivery-areas`;
  const read = { 'if-match': '"1"' };
  expect((await clerk.ask('PUT', path, { areas: [] }, read)).status).toBe(422);
  expect(await clerk.ask('PUT', path, { areas: ['999999'] }, read)).toMatchObject({
    status: 422,
    code: 'REGION_UNKNOWN',
  });
  expect((await clerk.ask('PUT', path, { areas: ['710000'] }, read)).code).toBe('REGION_UNKNOWN');
  const stranger = await house.signedIn({ role: 'supplier', organisationId: (await desk.seller()).supplierId });
  expect((await stranger.ask('PUT', path, { areas: ['110000'] }, read)).status).toBe(404);
  expect((await clerk.ask('GET', path)).body).toMatchObject({ data: [] });
});
