import { openHouse, openReviewDesk, paperwork, type House, type ReviewDesk } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';
import { objectTo } from '../actions/review/object';

let house: House;
let desk: ReviewDesk;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  desk = await openReviewDesk(house);
});
afterAll(() => house?.close());

async function fileFor(who: { role: 'auditor' | 'reviewer'; regionCode?: string }, id: string, language = 'zh-CN') {
  const browser = await house.signedIn(who);
  const answer = await browser.ask('GET', `/admission/applications/${id}/case-file`, undefined, {
    'accept-language': language,
  });
  return { status: answer.status, type: answer.header('content-type'), shown: paperwork.shownIn(answer.bytes) };
}

test('a case file says what was stated, shown, found, signed, judged, published, objected and recorded', async () => {
  const { id } = await desk.application();
  await desk.rows(
    `insert into admission.finding (application_id, round, criterion, result, check_version, facts, judged_on)
     values ($1, 1, 'S01', 'pass', 'test@1', '[]', '2026-01-01')`,
    [id],
  );
  const { agriculture } = await desk.recommended(id);
  await desk.clear(id);
  for (const judge of [await desk.person('reviewer'), await desk.person('reviewer')]) await desk.judged(id, judge);
  const [notice] = await desk.rows<{ id: string }>('select id from admission.public_notice where subject_id = $1', [
    id,
  ]);
  const contact = { name: '示例村民', phone: '10000000001' };
  // Signed in, and sealed all the same.
  const objector = await desk.person('operator');
  await desk.by(objector, (tx) => objectTo(tx, desk, { noticeId: notice!.id, contact, statement: '产地不实' }));

  const read = await fileFor({ role: 'auditor', regionCode: '610600' }, id);
  expect([read.status, read.type]).toEqual([200, 'application/pdf']);
  for (const part of ['申请内容', '逐项结论', '推荐与核查签署', '平台审核', '审核员逐项勾选', '公示与异议', '审计记录'])
    expect(read.shown).toContain(part);
  const [signer] = await desk.rows<{ display_name: string }>('select display_name from identity.person where id = $1', [
    agriculture.personId,
  ]);
  // Names break anywhere between Chinese signs, so what is long is looked for by its beginning.
  expect(read.shown.replaceAll(' ', '')).toContain(signer!.display_name.slice(0, 8).replaceAll(' ', ''));
  for (const said of ['产地不实', '公示中', 'publicNotice.open', 'review.decide']) expect(read.shown).toContain(said);
  expect(read.shown).not.toContain(contact.phone);
  const [named] = await desk.rows<{ display_name: string }>('select display_name from identity.person where id = $1', [
    objector.personId,
  ]);
  expect(read.shown).not.toContain(named!.display_name);

  const english = await fileFor({ role: 'auditor', regionCode: '610600' }, id, 'en');
  for (const part of ['Application as handed in', 'Public notice and objections', 'Audit trail'])
    expect(english.shown).toContain(part);
});

test('what the reader may not know yet does not stand in it, nor does it go beyond the jurisdiction', async () => {
  const { id } = await desk.application();
  await desk.recommended(id);
  await desk.clear(id);
  await desk.judged(id, await desk.person('reviewer'));
  const read = await fileFor({ role: 'reviewer' }, id);
  expect(read.status).toBe(200);
  // The first one's verdict, and the trail in which it stands.
  for (const closed of ['审核员逐项勾选', '链上序号']) expect(read.shown).not.toContain(closed);
  expect(read.shown).toContain('内容在您作出自己的意见后可见');
  expect((await fileFor({ role: 'auditor', regionCode: '530000' }, id)).status).toBe(404);
});

test('what a supplier met in another county is told there, and not in the file of this one', async () => {
  const { id, supplierId } = await desk.application();
  await desk.rows(
    `insert into admission.measure (id, supplier_id, kind, reason, imposed_by, started_at)
     values (uuidv7(), $1, 'warning', '外县另案', 'system:watching', now())`,
    [supplierId],
  );
  const read = async () => (await fileFor({ role: 'auditor', regionCode: '610600' }, id)).shown;
  expect(await read()).toContain('外县另案');
  await desk.rows(
    `update registry.organisation set county_code =
       (select code from registry.region where level = 'county' and code not like '61%' limit 1) where id = $1`,
    [supplierId],
  );
  expect(await read()).not.toContain('外县另案');
});
