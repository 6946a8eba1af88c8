import { provisioning } from '@xihuo/identity';
import { openReviewDesk, type ReviewDesk } from '@xihuo/testing';
import { certifyDue } from './certify-due';
import { claim } from './claim';
import { readReview } from './read-review';
import { reject, requestCorrections } from './send-back';
import { recommend, signLevelCheck } from './sign';

let desk: ReviewDesk;
beforeAll(async () => {
  desk = await openReviewDesk();
});
afterAll(() => desk?.close());

const FIELDS = [{ pointer: '/subject/uscc', note: '与执照不符' }];
const today = () =>
  desk.count(
    `select count(*) from admission.certification where certified_on = (platform.business_now() at time zone 'Asia/Shanghai')::date`,
  );

test('from two signatures over two reviewers and the notice to a certification', async () => {
  const { id, supplierId } = await desk.application();
  await desk.recommended(id);
  expect(await desk.state(id)).toBe('countyRecommended');
  await desk.clear(id);
  const [first, second] = [await desk.person('reviewer'), await desk.person('reviewer')];
  await desk.judged(id, first);
  expect(await desk.state(id)).toBe('underReview');
  await desk.judged(id, second);
  expect(await desk.state(id)).toBe('publicNotice');

  await desk.does((tx) => certifyDue(tx, desk));
  expect(await desk.state(id)).toBe('publicNotice');
  await desk.setClock('20 days');
  await desk.does((tx) => certifyDue(tx, desk));
  expect(await desk.state(id)).toBe('certified');
  expect(await today()).toBe(1);
  const [standing] = await desk.rows<{ may_sell: boolean }>(
    'select may_sell from admission.supplier_standing_v where supplier_id = $1',
    [supplierId],
  );
  expect(standing).toEqual({ may_sell: true });
  await desk.setClock('0 days');
});

test('everybody concerned hears of it, once, and whoever did it is not told', async () => {
  const { id, submitter } = await desk.application();
  const reviewers = await desk.published(id);
  const told = await desk.rows<{ person_id: string; key: string }>(
    `select person_id, key from platform.notice where key like '%' || $1 || '%'`,
    [id],
  );
  const keysOf = (personId: string) =>
    told.filter((one) => one.person_id === personId).map(({ key }) => key.split(':')[0]);
  expect(keysOf(submitter.personId).sort()).toEqual([
    'application.published',
    'application.recommended',
    'application.signed',
  ]);
  expect(keysOf(reviewers[0]!.personId)).toContain('application.published');
  expect(keysOf(reviewers[1]!.personId)).not.toContain('application.published');
});

test('what an applicant must not miss goes to the phone, and each phone hears it once', async () => {
  const { id, submitter, supplierId } = await desk.application();
  const colleague = await desk.person('supplier', null, supplierId);
  for (const { personId } of [submitter, colleague]) {
    await desk.does((tx) => provisioning.linkPhone(tx, desk.vault, { personId, phone: '10000000001' }));
  }
  await desk.published(id);
  const sent = await desk.rows<{ key: string }>(
    `select key from platform.outgoing_message where channel = 'sms' and key like '%' || $1 || '%'`,
    [id],
  );
  expect(sent.map(({ key }) => key.split(':')[0])).toEqual(['application.published']);
});

describe('signatures of the county', () => {
  const confirmed = ['producesHere', 'supplyCapacity', 'quality'];
  const sign = (id: string, version: number) =>
    ({ applicationId: id, version, department: 'agriculture', confirmed, opinion: '同意推荐' }) as const;

  test('a department answers for everything it gates', async () => {
    const { id } = await desk.application();
    const officer = await desk.person('countyAgriculture', '610629');
    const wanted = { ...sign(id, 1), confirmed: ['quality'] };
    await expect(desk.by(officer, (tx) => recommend(tx, desk, wanted))).rejects.toMatchObject({
      code: 'RECOMMENDATION_INCOMPLETE',
      extra: { open: ['producesHere', 'supplyCapacity'] },
    });
  });

  test('the second one reads that there is a first', async () => {
    const { id } = await desk.application();
    const officer = await desk.person('countyAgriculture', '610629');
    await desk.by(officer, (tx) => recommend(tx, desk, sign(id, 1)));
    await expect(desk.by(officer, (tx) => recommend(tx, desk, sign(id, 1)))).rejects.toMatchObject({
      code: 'STALE_VERSION',
      extra: { version: 2 },
    });
    await expect(desk.by(officer, (tx) => recommend(tx, desk, sign(id, 2)))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
      extra: { why: 'ALREADY_DONE' },
    });
  });

  test('one person does not sign for both departments, by whatever roles', async () => {
    const { id } = await desk.application();
    const officer = await desk.person('countyAgriculture', '610629');
    await desk.by(officer, (tx) => recommend(tx, desk, sign(id, 1)));
    const both = {
      ...officer,
      grants: [...officer.grants, { ...officer.grants[0]!, role: 'countyRevitalisation' as const }],
    };
    const wanted = {
      ...sign(id, 2),
      department: 'revitalisation',
      confirmed: ['linkageReal', 'householdsNamed', 'incomeEffect'],
    } as const;
    await expect(desk.by(both, (tx) => recommend(tx, desk, wanted))).rejects.toMatchObject({
      code: 'FOUR_EYES',
      extra: { why: 'HAD_ANOTHER_PART' },
    });
  });

  test('the neighbour county sees nothing to sign, and the attempt is on the record', async () => {
    const { id } = await desk.application();
    const stranger = await desk.person('countyAgriculture', '610630');
    await expect(desk.by(stranger, (tx) => recommend(tx, desk, sign(id, 1)))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const lines = await desk.rows<{ content: string }>(
      `select content from platform.audit_content where content like '%' || $1 || '%'`,
      [stranger.personId],
    );
    expect(lines.map(({ content }) => JSON.parse(content))).toMatchObject([
      { action: 'application.signAgriculture', subjectId: id, after: { refused: 'NOT_FOUND' } },
    ]);
    expect(await desk.version(id)).toBe(1);
  });
});

test('city and province sign where the standard has them, and a county without a city goes straight to its province', async () => {
  const { id } = await desk.application({ levels: ['city', 'province'] });
  await desk.recommended(id);
  const city = await desk.person('auditor', '6106');
  const province = await desk.person('auditor', '61');
  const check = async (level: 'city' | 'province') => ({
    applicationId: id,
    version: await desk.version(id),
    level,
    opinion: '同意',
  });
  const early = await check('province');
  await expect(desk.by(province, (tx) => signLevelCheck(tx, desk, early))).rejects.toMatchObject({
    code: 'NOT_AT_THIS_STEP',
  });
  const ofCity = await check('city');
  await expect(desk.by(province, (tx) => signLevelCheck(tx, desk, ofCity))).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await desk.by(city, (tx) => signLevelCheck(tx, desk, ofCity));
  expect(await desk.state(id)).toBe('cityChecked');
  const ofProvince = await check('province');
  await desk.by(province, (tx) => signLevelCheck(tx, desk, ofProvince));
  expect(await desk.state(id)).toBe('provinceChecked');

  const municipal = await desk.application({ countyCode: '500101', levels: ['city', 'province'] });
  await desk.recommended(municipal.id);
  const view = await readReview(desk.database, await desk.person('auditor', '50'), municipal.id);
  expect([view.step, view.levels]).toEqual(['province', ['province']]);
});

test('corrections begin a round anew: nobody is bound by what was signed about other words', async () => {
  const { id } = await desk.application();
  await desk.recommended(id);
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => claim(tx, id));
  const version = await desk.version(id);
  const wanted = { applicationId: id, version, reason: '请补正', fields: FIELDS };
  await desk.by(reviewer, (tx) => requestCorrections(tx, desk, wanted));
  expect(await desk.state(id)).toBe('correctionsRequested');
  await desk.rows(`update admission.application set state = 'submitted', row_version = row_version + 1 where id = $1`, [
    id,
  ]);
  const view = await readReview(desk.database, reviewer, id);
  expect(view).toMatchObject({ step: 'county', round: 2, corrections: [{ round: 1, fields: FIELDS }] });
  await desk.published(id);
  expect(await desk.state(id)).toBe('publicNotice');
});

test('a county rejects with a reason; a single reviewer does not', async () => {
  const { id } = await desk.application();
  const officer = await desk.person('countyRevitalisation', '610629');
  const wanted = { applicationId: id, version: 1, reason: '没有联农带农', criterion: 'ADM-S04' };
  await desk.by(officer, (tx) => reject(tx, desk, wanted));
  expect(await desk.state(id)).toBe('rejected');
  expect(
    await desk.count(
      `select count(*) from admission.application where id = $1 and decision_reason = 'ADM-S04：没有联农带农'`,
      [id],
    ),
  ).toBe(1);

  const next = await desk.application();
  await desk.recommended(next.id);
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => claim(tx, next.id));
  const alone = { applicationId: next.id, version: await desk.version(next.id), reason: '不符合条件' };
  await expect(desk.by(reviewer, (tx) => reject(tx, desk, alone))).rejects.toMatchObject({
    code: 'NOT_AT_THIS_STEP',
  });
});
