import { createHash, randomUUID } from 'node:crypto';
import { openHouse, openWatchDesk, paperwork, type House, type WatchDesk } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';
import { imposeOnCase, stateOnCase } from '../actions/watch/case-steps';

let house: House;
let desk: WatchDesk;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  desk = await openWatchDesk(house);
});
afterAll(() => house?.close());

test('the file of a case says what was found, said, shown, imposed, put right, appealed and recorded; its trail is for auditors of the place', async () => {
  const { supplierId, owner } = await desk.admitted();
  const reviewer = await desk.person('reviewer');
  const id = await desk.opened(reviewer, supplierId);
  const file = randomUUID();
  const hash = createHash('sha256').update(file).digest('hex');
  await desk.rows(
    `insert into admission.supplier_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values ($1, $2, decode($3, 'hex'), 2, $4, now())`,
    [file, supplierId, hash, owner.personId],
  );
  const spoken = {
    id,
    version: await desk.versionOf('watch_case', id),
    statement: '批次为外购原料所致',
    files: [file],
  };
  await desk.by(owner, (tx) => stateOnCase(tx, desk, spoken));
  const version = await desk.versionOf('watch_case', id);
  const wanted = { id, version, kind: 'rectification', reason: '限期查清原料来源' } as const;
  const { measureId } = await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, wanted));
  await desk.rows(
    `insert into admission.appeal (measure_id, statement, filed_by, filed_at, due_on) values ($1, '期限过短', $2, now(), current_date + 20)`,
    [measureId, owner.personId],
  );
  const asked = async (role: 'auditor' | 'reviewer' | 'countyAgriculture', regionCode?: string, language = 'zh-CN') => {
    const who = await house.signedIn({ role, ...(regionCode === undefined ? {} : { regionCode }) });
    const answer = await who.ask('GET', `/admission/cases/${id}/case-file`, undefined, { 'accept-language': language });
    return { status: answer.status, type: answer.header('content-type'), shown: paperwork.shownIn(answer.bytes) };
  };
  const [place] = await desk.rows<{ county_code: string }>(
    'select county_code from admission.watch_case where id = $1',
    [id],
  );
  const own = await asked('auditor', place!.county_code);
  expect([own.status, own.type]).toEqual([200, 'application/pdf']);
  for (const part of ['案件', '供应商陈述', '材料', '监管措施', '整改', '申诉', '审计记录'])
    expect(own.shown).toContain(part);
  for (const said of ['批次为外购原料所致', '限期查清原料来源', '期限过短', 'case.state'])
    expect(own.shown).toContain(said);
  // A hash is longer than its column is wide.
  expect(own.shown.replaceAll(/\s/g, '')).toContain(hash.slice(0, 30));
  const reviewing = await asked('reviewer');
  expect(reviewing.status).toBe(200);
  expect(reviewing.shown).not.toContain('case.state');
  expect((await asked('auditor', place!.county_code, 'en')).shown).toContain('What the supplier said');
  expect((await asked('auditor', '110000')).status).toBe(404);
  expect((await asked('countyAgriculture', place!.county_code)).status).toBe(403);
});
