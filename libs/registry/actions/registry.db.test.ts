import { Vault } from '@xihuo/platform';
import { openField, testMasterKey, type Field } from '@xihuo/testing';
import { listPairings, listRegions } from './list-places';
import { listSettings } from './settings';
import { loadPlaces, type Places } from './load-places';
import { policyOn, setPolicies } from './policy-on';
import { registerHouseholds, type NewHousehold } from './register-households';
import { registerOrganisations, type NewOrganisation } from './register-organisations';

let field: Field;
const vault = new Vault(testMasterKey);

const region = (code: string, parentCode: string | null, side: 'east' | 'west' | null): Places['regions'][number] => ({
  code,
  name: `地区${code}`,
  level: code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county',
  parentCode,
  side,
  pinyin: 'di qu',
});

const places: Places = {
  // A county of a municipality before its parent: the order of a file does not matter.
  regions: [
    region('500101', '500000', 'west'),
    region('500000', null, 'west'),
    region('370000', null, 'east'),
    region('370100', '370000', 'east'),
    region('370102', '370100', 'east'),
  ],
  pairings: [
    { eastCode: '370000', westCode: '500000', nickname: '鲁渝协作', effectiveFrom: '2021-01-01', source: 'test' },
    { eastCode: '370000', westCode: '500000', nickname: '以后', effectiveFrom: '2999-01-01', source: 'test' },
  ],
  listedCounties: [
    // One county, twice in the list of the source.
    { list: 'povertyExitCounty', regionCode: '500101', inProgramme: true, effectiveFrom: '2021-01-01', source: 'a' },
    { list: 'povertyExitCounty', regionCode: '500101', inProgramme: true, effectiveFrom: '2021-01-01', source: 'b' },
  ],
};

const supplier: NewOrganisation = {
  reference: 'S1',
  nameZh: '示例合作社',
  nameEn: 'Example',
  kind: 'cooperative',
  uscc: '93150125YY0001004B',
  regionCode: '500101',
  address: null,
  legalRepresentative: null,
  establishedOn: '2020-01-01',
};

beforeAll(async () => {
  field = await openField();
  await field.does((tx) => loadPlaces(tx, places));
});
afterAll(() => field.close());

test.each([
  [undefined, ['370000', '500000']],
  ['370000', ['370100']],
  ['370100', ['370102']],
  ['500000', ['500101']],
  ['500101', []],
])('below %s stand %s', async (parent, codes) => {
  expect((await listRegions(field.database, parent)).data.map(({ code }) => code)).toEqual(codes);
});

test('a pairing that has not begun is not in force', async () => {
  const { data } = await listPairings(field.database);
  expect(data.map(({ nickname, eastName }) => `${nickname} ${eastName}`)).toEqual(['鲁渝协作 地区370000']);
});

test('loading the map twice changes nothing', async () => {
  await field.does((tx) => loadPlaces(tx, places));
  expect(await field.count('select count(*) from registry.region')).toBe(5);
  expect(await field.count('select count(*) from registry.listed_county')).toBe(1);
});

test('a setting is read as of its day, the newest that has begun; a missing one is a fault', async () => {
  const fee = (value: number, effectiveFrom: string, effectiveTo: string | null = null) =>
    ({ key: 'fee.platformBp', value, effectiveFrom, effectiveTo, source: 'test' }) as const;
  await field.does((tx) =>
    setPolicies(tx, [fee(0, '2026-01-01'), fee(50, '2026-03-01', '2026-04-01'), fee(30, '2026-06-01')]),
  );
  const on = (day: string) => policyOn(field.database, 'fee.platformBp', day);
  expect(await on('2026-02-28')).toBe(0);
  expect(await on('2026-03-01')).toBe(50);
  expect(await on('2026-04-01')).toBe(0);
  expect(await on('2026-06-01')).toBe(30);
  await expect(on('2025-12-31')).rejects.toThrow('no policy fee.platformBp');
  expect(await field.does((tx) => policyOn(tx, 'fee.platformBp', '2026-03-31'))).toBe(50);
});

test('an organisation keeps its id when it is entered again, and a wrong code keeps it out', async () => {
  const first = await field.does((tx) => registerOrganisations(tx, [supplier]));
  const again = await field.does((tx) => registerOrganisations(tx, [{ ...supplier, nameZh: '另一个名字' }]));
  expect(again).toEqual(first);
  const wrong = { ...supplier, reference: 'S2', uscc: '93150125YY0001004C' };
  await expect(field.does((tx) => registerOrganisations(tx, [wrong]))).rejects.toThrow('USCC of S2 is wrong');
});

test('what is sensitive about a household is sealed for its own row and read only for a purpose', async () => {
  const suppliers = await field.does((tx) => registerOrganisations(tx, [supplier]));
  const household: NewHousehold = {
    reference: 'F1',
    supplierId: suppliers.get('S1')!,
    countyCode: '500101',
    village: '示例村',
    displayName: '示例户',
    joinedOn: '2021-01-01',
    sensitive: { householdKind: 'monitored', idNumber: '000000197110030019', bankCard: '0000000000000018' },
  };
  const ids = await field.does((tx) =>
    registerHouseholds(tx, vault, [household], { givenAt: tx.now, textVersion: 'test' }),
  );
  const read = (purpose: string) =>
    field.does(async (tx) => {
      await tx.client.query(`select set_config('xihuo.purpose', $1, true)`, [purpose]);
      const { rows } = await tx.client.query<{ household_kind: Buffer }>(
        'select household_kind from registry.household_sealed where household_id = $1',
        [ids.get('F1')],
      );
      return rows;
    });
  expect(await read('')).toEqual([]);
  const [sealed] = await read('test');
  const cell = { table: 'registry.household_sealed', row: ids.get('F1')!, column: 'household_kind' };
  expect(vault.open(cell, sealed!.household_kind)).toBe('monitored');
  expect(() => vault.open({ ...cell, row: 'another' }, sealed!.household_kind)).toThrow();
});

test('settings are shown with their days, status, unit and source, newest first', async () => {
  await field.does((tx) =>
    setPolicies(tx, [
      { key: 'order.payWithinMinutes', value: 40, effectiveFrom: '2019-01-01', effectiveTo: null, source: 'old' },
      { key: 'order.payWithinMinutes', value: 30, effectiveFrom: '2020-01-01', effectiveTo: null, source: 'now' },
      { key: 'order.payWithinMinutes', value: 20, effectiveFrom: '2999-01-01', effectiveTo: null, source: 'later' },
    ]),
  );
  const { data } = await listSettings(field.database, 'order.pay', null, (all) => Promise.resolve([...all]));
  expect(data.map(({ value, status, source, unit }) => [value, status, source, unit])).toEqual([
    [20, 'coming', 'later', 'minutes'],
    [30, 'inForce', 'now', 'minutes'],
    [40, 'past', 'old', 'minutes'],
  ]);
});
