import { openHouse, type House } from '@xihuo/testing';
import { addWorkingDays, loading, registryParts, setPolicies } from '@xihuo/registry';

let house: House;

beforeAll(async () => {
  house = await openHouse({ parts: [registryParts] });
  await house.does((tx) =>
    setPolicies(tx, [
      { key: 'cart.guestDays', value: 30, effectiveFrom: '2020-01-01', effectiveTo: null, source: '示例规定' },
      { key: 'settlement.period', value: 'daily', effectiveFrom: '2020-01-01', effectiveTo: null, source: '示例规定' },
    ]),
  );
});
afterAll(() => house?.close());

type Operator = Awaited<ReturnType<House['signedIn']>>;

const operator = () => house.signedIn({ role: 'operator' });
const dayIn = async (days: number) =>
  (
    await house.rows<{ day: string }>(
      `select ((platform.business_now() at time zone 'Asia/Shanghai')::date + $1::integer)::text as day`,
      [days],
    )
  )[0]!.day;
const said = async (more: object = {}) => ({
  ...{ step: 'propose', key: 'cart.guestDays', value: 45, effectiveFrom: await dayIn(3) },
  ...{ source: '示例规定第二版', reason: '示例原因', ...more },
});
const step = (who: Operator, body: object) => who.ask('POST', '/settings/steps', body);
const listed = async (who: Operator) =>
  ((await who.ask('GET', '/settings?prefix=cart.')).body['data'] as Record<string, unknown>[]).filter(
    ({ key }) => key === 'cart.guestDays',
  );

test('one proposes a number, another lets it come, and it holds from its day on', async () => {
  const [one, other] = [await operator(), await operator()];
  const wanted = await said();
  expect(await step(one, wanted)).toMatchObject({ status: 200, body: { key: 'cart.guestDays' } });
  expect((await listed(one))[0]).toMatchObject({ status: 'proposed', mine: true, value: 45 });
  expect((await listed(other))[0]).toMatchObject({ status: 'proposed', mine: false });
  // Who decides reads why, and is told; everybody else reads the number alone.
  const proposal = { by: expect.any(String), at: expect.any(String), reason: '示例原因' };
  expect((await listed(other))[0]).toMatchObject({ proposal });
  expect((await listed(await house.signedIn({ role: 'reviewer' })))[0]).toMatchObject({ proposal: null });
  const told = async (who: Operator) =>
    ((await who.ask('GET', '/me/notices')).body['data'] as { about: string | null }[]).map(({ about }) => about);
  expect(await told(other)).toContain('settings:proposed');
  expect(await told(one)).toEqual([]);
  expect((await step(one, { ...wanted, step: 'approve' })).code).toBe('FOUR_EYES');
  expect((await step(one, { ...wanted, step: 'refuse' })).code).toBe('FOUR_EYES');
  expect((await step(other, { ...wanted, step: 'withdraw' })).code).toBe('FOUR_EYES');
  // What somebody would approve reads otherwise than what was proposed.
  expect((await step(other, { ...wanted, step: 'approve', value: 46 })).code).toBe('NOT_AT_THIS_STEP');
  expect((await step(other, { ...wanted, step: 'approve' })).status).toBe(200);
  expect((await listed(one)).map(({ status, value, mine }) => [status, value, mine])).toEqual([
    ['coming', 45, null],
    ['inForce', 30, null],
  ]);
  expect((await step(other, wanted)).code).toBe('NOT_AT_THIS_STEP');
});

test('what is refused or taken back never holds, and may be proposed anew', async () => {
  const [one, other] = [await operator(), await operator()];
  const wanted = await said({ effectiveFrom: await dayIn(9), value: 60 });
  await step(one, wanted);
  expect((await step(other, wanted)).code).toBe('NOT_AT_THIS_STEP');
  expect((await step(other, { ...wanted, step: 'refuse' })).status).toBe(200);
  await step(one, wanted);
  expect((await step(one, { ...wanted, step: 'withdraw' })).status).toBe(200);
  expect((await listed(one)).filter(({ value }) => value === 60)).toEqual([]);
  const [kept] = await house.rows<{ states: string }>(
    `select string_agg(state, ' ' order by proposed_at) as states from registry.policy_proposal where value = '60'`,
  );
  expect(kept!.states).toBe('refused withdrawn');
});

test('what somebody proposed who is no operator any more counts for nothing, and the day is free again', async () => {
  const [one, other, third] = [await operator(), await operator(), await operator()];
  const wanted = await said({ effectiveFrom: await dayIn(12), value: 70 });
  await step(one, wanted);
  await house.rows(
    `update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id =
       (select proposed_by from registry.policy_proposal where value = '70')`,
  );
  expect((await listed(other)).filter(({ value }) => value === 70)).toEqual([]);
  expect((await step(other, { ...wanted, step: 'approve' })).code).toBe('NOT_AT_THIS_STEP');
  expect((await step(other, { ...wanted, step: 'refuse' })).code).toBe('NOT_AT_THIS_STEP');
  expect((await step(other, wanted)).status).toBe(200);
  expect((await step(third, { ...wanted, step: 'approve' })).status).toBe(200);
  const [kept] = await house.rows<{ states: string }>(
    `select string_agg(state, ' ' order by proposed_at, id) as states from registry.policy_proposal where value = '70'`,
  );
  expect(kept!.states).toBe('refused approved');
});

test('of two who propose the same day at once one is told that it is proposed already', async () => {
  const people = [await operator(), await operator()];
  const wanted = await said({ effectiveFrom: await dayIn(20), value: 50 });
  const letGo = await house.hold(`select pg_advisory_xact_lock(hashtextextended('registry.policy cart.guestDays', 0))`);
  const answers = people.map((who) => step(who, wanted));
  await house.untilWaiting(2);
  await letGo();
  const codes = (await Promise.all(answers)).map(({ status, code }) => (status === 200 ? 'proposed' : code));
  expect(codes.sort()).toEqual(['NOT_AT_THIS_STEP', 'proposed']);
});

test.each([
  ['today', async () => ({ effectiveFrom: await dayIn(0) }), 'DAY_UNSOUND'],
  ['beyond its unit', () => ({ value: 100_000 }), 'INVALID_INPUT'],
  ['without a source', () => ({ source: '' }), 'INVALID_INPUT'],
  ['of a word that is none of its own', () => ({ key: 'settlement.period', value: 'hourly' }), 'INVALID_INPUT'],
  ['of a number where a word stands', () => ({ key: 'settlement.period' }), 'INVALID_INPUT'],
  ['of a list where a number stands', () => ({ value: [45] }), 'INVALID_INPUT'],
  ['of a setting that is not there', () => ({ key: 'cart.unheard' }), 'NOT_FOUND'],
])('a proposal %s is refused', async (_, more, code) => {
  expect((await step(await operator(), await said(await more()))).code).toBe(code);
});

test('a list or a rule is proposed and decided as a number is, and what is wrong in it is answered at its place', async () => {
  const [one, other] = [await operator(), await operator()];
  const of = async (value: unknown) => said({ key: 'admission.expiryReminderDays', value });
  await house.does((tx) =>
    setPolicies(tx, [
      {
        ...{ key: 'admission.expiryReminderDays', value: [30, 7, 1], source: '示例规定' },
        ...{ effectiveFrom: '2020-01-01', effectiveTo: null },
      },
    ]),
  );
  expect((await step(one, await of([30, 0]))).body).toMatchObject({
    ...{ code: 'INVALID_INPUT', errors: [{ pointer: '/body/value/1', code: 'SHAPE' }] },
  });
  const wanted = await of([30, 14, 3]);
  expect((await step(one, wanted)).status).toBe(200);
  expect((await step(other, { ...wanted, step: 'approve' })).status).toBe(200);
  const { data } = (await one.ask('GET', '/settings?prefix=admission.expiry')).body as { data: { value: unknown }[] };
  expect(data.map(({ value }) => value)).toEqual([
    [30, 14, 3],
    [30, 7, 1],
  ]);
  const told = ((await one.ask('GET', '/me/notices')).body['data'] as { title: string }[]).map(({ title }) => title);
  expect(told).toContain('您提出的参数调整已通过');
});

test('a proposal wants a fresh second factor, and an operator', async () => {
  const one = await operator();
  await house.rows(
    `update identity.session set second_factor_at = platform.business_now() - interval '6 minutes'
      where person_id = $1`,
    [(await one.ask('GET', '/me')).body['personId']],
  );
  expect((await step(one, await said())).code).toBe('STEP_UP_REQUIRED');
  expect((await step(await house.signedIn({ role: 'reviewer' }), await said())).code).toBe('FORBIDDEN');
});

/** The last Saturday of a year and the days before it, of which no holiday is known. */
const lastWeekOf = async (year: number) =>
  (
    await house.rows<{ day: string }>(
      `select (last - gone)::text as day
         from (select max(day)::date as last from generate_series($1::date, $2::date, '1 day') day
                where extract(isodow from day) = 6) saturday, unnest(array[0, 1, 2]) gone order by gone`,
      [`${year}-12-01`, `${year}-12-31`],
    )
  ).map(({ day }) => day) as [string, string, string];
const daysOf = async (year: number) =>
  (
    await house.rows<{ day: string }>(
      `select day::text from registry.calendar_exception where year = $1 and day > $2 order by day`,
      [year, await dayIn(0)],
    )
  ).map(({ day }) => day);

test('the days off of a year are entered by two, and days to come are counted by them', async () => {
  const [one, other] = [await operator(), await operator()];
  await house.does((tx) => loading.loadCalendar(tx));
  const year = Number((await dayIn(0)).slice(0, 4)) + 1;
  // Nobody knows of it yet.
  await house.rows('delete from registry.calendar_exception where year = $1', [year]);
  await house.rows('delete from registry.policy where key = $1', [`calendar.${year}`]);
  const [saturday, friday, before] = await lastWeekOf(year);
  const key = `calendar.${year}`;
  // The first of January brings the last day of the year before along, however late the notice is said to hold from.
  const newYear = { name: '元旦', from: `${year - 1}-12-31`, to: `${year}-01-02` };
  const value = { rests: [newYear, { name: '示例假日', from: friday, to: friday }], worked: [saturday] };
  const asked = await said({ key, effectiveFrom: `${year}-01-01`, value });
  expect(await addWorkingDays(house.database, before, 1)).toBe(friday);
  expect((await step(one, { ...asked, value: { ...value, worked: [friday] } })).code).toBe('INVALID_INPUT');
  expect((await step(one, { ...asked, key: `calendar.${year + 1}` })).code).toBe('NOT_FOUND');
  expect((await step(one, asked)).status).toBe(200);
  expect(await addWorkingDays(house.database, before, 1)).toBe(friday);
  expect((await step(other, { ...asked, step: 'approve' })).status).toBe(200);
  expect(await addWorkingDays(house.database, before, 1)).toBe(saturday);
  const entered = [`${year - 1}-12-31`, `${year}-01-01`, `${year}-01-02`, friday, saturday];
  expect(await daysOf(year)).toEqual(entered);
  // Nothing brings back what was thought of it before.
  await house.does((tx) => loading.loadCalendar(tx));
  expect(await daysOf(year)).toEqual(entered);
  const page = await one.ask('GET', `/settings?prefix=${key}`);
  expect((page.body['data'] as { key: string }[]).map((row) => row.key)).toContain(key);

  // Said anew, without the day of December: that is the older year's again, as its own notice has it.
  const older = await said({
    key: `calendar.${year - 1}`,
    effectiveFrom: await dayIn(20),
    value: { rests: [{ name: '示例年末', from: `${year - 1}-12-31`, to: `${year - 1}-12-31` }], worked: [] },
  });
  await step(one, older);
  expect((await step(other, { ...older, step: 'approve' })).status).toBe(200);
  expect(await daysOf(year)).toEqual(entered);
  const again = { ...asked, effectiveFrom: `${year}-02-01`, value: { ...value, rests: value.rests.slice(1) } };
  await step(one, again);
  expect((await step(other, { ...again, step: 'approve' })).status).toBe(200);
  expect([await daysOf(year - 1), await daysOf(year)]).toEqual([[`${year - 1}-12-31`], [friday, saturday]]);
  // Of two to come the later one is what holds: nothing is put before it.
  const overtaken = { ...asked, effectiveFrom: `${year}-01-15` };
  await step(one, overtaken);
  expect((await step(other, { ...overtaken, step: 'approve' })).code).toBe('NOT_AT_THIS_STEP');
});

test('the page of a ground asks for it by its whole name', async () => {
  expect((await (await operator()).ask('GET', '/settings?prefix=admission.ground.EXT-01')).status).toBe(200);
});
