import { randomUUID } from 'node:crypto';
import { paymentParts } from '@xihuo/payment';
import { openHouse, openShop, type House, type Shop } from '@xihuo/testing';
import { insightParts } from '../index';

jest.setTimeout(120_000);

let shop: Shop;
let house: House;
beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [paymentParts, insightParts] });
});
afterAll(() => house?.close());

const COUNTY = '610629';
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });

type Income = [
  month: string,
  household: string,
  kind: string,
  county: string,
  due: number,
  paid: number,
  inTime: number,
];
/** As the histories hold it against what is owed. */
async function kept(rows: readonly Income[]): Promise<void> {
  for (const row of rows)
    await shop.rows('insert into insight.income_month values ($1, $2, $3, $4, $5, $6, $7)', [...row]);
}

/** What of a month is open until a day. */
const open = (month: string, household: string, kind: string, dueOn: string, fen: number) =>
  shop.rows('insert into insight.income_open values ($1, $2, $3, $4, $5, $6)', [
    ...[month, household, kind, COUNTY, dueOn, fen],
  ]);

test('income by kind: each household once, paid in time and late, what is open and the year before; a county reads its own', async () => {
  const [one, other, far] = [randomUUID(), randomUUID(), randomUUID()];
  await kept([
    ['2026-03-01', one, 'floorPrice', COUNTY, 600, 600, 500],
    ['2026-04-01', one, 'floorPrice', COUNTY, 100, 0, 0],
    ['2026-04-01', one, 'wage', COUNTY, 50, 50, 50],
    ['2026-04-01', other, 'wage', COUNTY, 30, 0, 0],
    ['2026-04-01', far, 'wage', '620102', 9, 9, 9],
    ['2025-03-01', one, 'floorPrice', COUNTY, 70, 70, 70],
    ['2025-02-01', one, 'floorPrice', COUNTY, 8_000, 0, 0],
  ]);
  await open('2026-04-01', other, 'wage', '2020-05-05', 10);
  await open('2026-04-01', other, 'wage', '2099-05-06', 20);
  await open('2026-04-01', one, 'floorPrice', '2099-05-06', 100);
  await open('2025-02-01', one, 'floorPrice', '2020-05-05', 8_000);
  const county = await house.signedIn({ role: 'countyRevitalisation', regionCode: COUNTY });
  const spring = '/results/income?from=2026-03-01&until=2026-04-30';
  expect((await county.ask('GET', spring)).body).toMatchObject({
    ...{ households: 2, householdsPaid: 1, householdsYearBefore: 1, householdsPaidYearBefore: 1 },
    data: [
      {
        ...{ kind: 'wage', households: 2, householdsPaid: 1, due: yuan(80), paid: yuan(50) },
        ...{ inTime: yuan(50), late: yuan(0), overdue: yuan(10), notYetDue: yuan(20) },
        ...{ householdsYearBefore: 0, householdsPaidYearBefore: 0, dueYearBefore: yuan(0), paidYearBefore: yuan(0) },
      },
      {
        ...{ kind: 'floorPrice', households: 1, householdsPaid: 1, due: yuan(700), paid: yuan(600) },
        ...{ inTime: yuan(500), late: yuan(100), overdue: yuan(0), notYetDue: yuan(100) },
        ...{ householdsYearBefore: 1, householdsPaidYearBefore: 1, dueYearBefore: yuan(70), paidYearBefore: yuan(70) },
      },
    ],
  });
  const operator = await house.signedIn({ role: 'operator' });
  expect((await operator.ask('GET', spring)).body).toMatchObject({ households: 3, householdsPaid: 2 });
  expect((await operator.ask('GET', `${spring}&place=620000`)).body).toMatchObject({
    data: [{ kind: 'wage', due: yuan(9) }],
  });
});

test('a span that begins within a month: that month is the last of this year and the first of the year before', async () => {
  const [one, another] = [randomUUID(), randomUUID()];
  await kept([
    ['2023-03-01', one, 'rebate', '500101', 1_000, 0, 0],
    ['2022-03-01', one, 'rebate', '500101', 200, 0, 0],
    ['2024-03-01', another, 'rebate', '500101', 30, 0, 0],
  ]);
  const operator = await house.signedIn({ role: 'operator' });
  const { body } = await operator.ask('GET', '/results/income?from=2023-03-15&until=2024-03-14&place=500101');
  expect(body).toMatchObject({
    households: 2,
    data: [{ households: 2, due: yuan(1_030), dueYearBefore: yuan(1_200) }],
  });
});

test('suppliers by month: first admissions and those after an exit, no renewals; a measure that an appeal annulled never was', async () => {
  const suppliers = [await shop.supplier(), await shop.supplier(), await shop.supplier()];
  await shop.rows('update registry.organisation set county_code = null where id = $1', [suppliers[2]]);
  const certified = (supplierId: string, at: string) =>
    shop.rows(
      `insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, decided_at, decided_by)
       values ($1, 'cooperative', '${COUNTY}', 'certified', '{}', 'test@1', $2, 'test')`,
      [supplierId, at],
    );
  await certified(suppliers[0]!, '2022-12-31T16:00:00Z');
  await certified(suppliers[0]!, '2023-11-30T15:59:59Z');
  await certified(suppliers[1]!, '2023-01-20T02:00:00Z');
  await certified(suppliers[2]!, '2023-01-21T02:00:00Z');
  await certified(suppliers[2]!, '2023-11-21T02:00:00Z');
  const measured = (supplierId: string, kind: string, state: string) =>
    shop.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, state, ended_at, ends_on)
       values ($1, $2, 'test', 'person:test', '2023-05-02T02:00:00Z', $3::text,
               case when $3::text <> 'inForce' then timestamptz '2023-05-20T02:00:00Z' end, '2033-01-01')`,
      [supplierId, kind, state],
    );
  await measured(suppliers[0]!, 'warning', 'lifted');
  await measured(suppliers[0]!, 'suspension', 'expired');
  await measured(suppliers[1]!, 'suspension', 'annulled');
  await measured(suppliers[1]!, 'exit', 'annulled');
  await measured(suppliers[2]!, 'exit', 'inForce');
  await measured(suppliers[2]!, 'reAdmissionBar', 'inForce');
  const year = '/results/suppliers?from=2023-01-01&until=2023-12-31';
  const operator = await house.signedIn({ role: 'operator' });
  const NONE_BEFORE = { admittedYearBefore: 0, measuredYearBefore: 0, exitedYearBefore: 0 };
  expect((await operator.ask('GET', year)).body['data']).toEqual([
    { month: '2023-01', admitted: 3, measured: 0, exited: 0, ...NONE_BEFORE },
    { month: '2023-05', admitted: 0, measured: 1, exited: 1, ...NONE_BEFORE },
    { month: '2023-11', admitted: 1, measured: 0, exited: 0, ...NONE_BEFORE },
  ]);
  const next = await operator.ask('GET', '/results/suppliers?from=2024-05-01&until=2024-05-31');
  expect(next.body['data']).toEqual([
    {
      ...{ month: '2024-05', admitted: 0, measured: 0, exited: 0 },
      ...{ admittedYearBefore: 0, measuredYearBefore: 1, exitedYearBefore: 1 },
    },
  ]);
  const behind = async (query: string) =>
    (await operator.ask('GET', `/results/suppliers/rows?${query}`)).body as { data: object[]; nextCursor: string };
  const january = 'from=2023-01-01&until=2023-01-31&what=admitted';
  const first = await behind(`${january}&limit=2`);
  const rest = await behind(`${january}&limit=2&cursor=${first.nextCursor}`);
  expect([...first.data, ...rest.data]).toMatchObject(
    [...suppliers]
      .sort()
      .map((id) => ({ id, on: id === suppliers[0] ? '2023-01-01' : (expect.any(String) as unknown) })),
  );
  expect((await behind('from=2023-05-01&until=2023-05-31&what=exited')).data).toMatchObject([{ id: suppliers[2] }]);
  const county = await house.signedIn({ role: 'countyAgriculture', regionCode: COUNTY });
  const own = (await county.ask('GET', year)).body['data'] as { month: string; admitted: number }[];
  expect(own.map(({ month, admitted }) => [month, admitted])).toEqual([
    ['2023-01', 2],
    ['2023-05', 0],
  ]);
});
