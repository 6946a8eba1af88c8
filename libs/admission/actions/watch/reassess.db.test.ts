import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import type { Decider } from '../../rules/four-eyes';
import { askToReassess, listDifferences, reassess, reassessWaiting } from './reassess';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
  await desk.rows(
    `insert into admission.standard (version, published_on, effective_from, criteria, check_levels, source)
     select 'stricter', '2020-01-01', '2020-02-01',
            criteria || '[{"id":"S09","subject":"supplier","kind":"blocking","providedBy":"supplier","checks":["countyListed@1"],"nameZh":"S09","nameEn":"S09","source":"test"}]',
            '{}', 'test' from admission.standard where version = 'test-'`,
  );
});
afterAll(() => desk?.close());

const TODAY = '2026-11-23';
const everywhere: Decider = { personId: 'p', grants: [{ role: 'reviewer', organisationId: null, jurisdiction: null }] };
const again = () => reassess(desk.database, { version: 'stricter', today: TODAY, requestId: 'test' });
const shown = async (decider = everywhere) =>
  (await listDifferences(desk.database, decider, 'stricter', { limit: 24 })).data;

test('only what changes is written, and run again it is the same', async () => {
  const { supplierId } = await desk.admitted();
  await desk.rows(
    `insert into admission.finding (application_id, criterion, result, check_version, facts, judged_on)
     select application_id, criterion, result, 'uscc@1', '[]', '2020-01-01'
       from admission.certification, (values ('S01', 'pass'), ('S12', 'notJudged')) as judged (criterion, result)
      where supplier_id = $1`,
    [supplierId],
  );
  expect(await again()).toEqual({ suppliers: 1, differences: 1 });
  const first = await shown();
  expect(first).toMatchObject([{ supplier: { id: supplierId }, criterion: 'S09', before: null, after: 'fail' }]);
  expect(first[0]!.sentence.zh).toContain('不在现行县域名单内');
  expect(await again()).toEqual({ suppliers: 1, differences: 1 });
  expect(await shown()).toEqual(first);
});

test('what no longer differs is gone, and another county reads nothing', async () => {
  await desk.rows(
    `update admission.application set evidence = jsonb_set(evidence, '{lookedUp,countyLists}',
       '[{"list":"keyAssistedCounty","inProgramme":true,"effectiveFrom":"2020-01-01","effectiveTo":null}]')`,
  );
  expect(
    await shown({ personId: 'p', grants: [{ role: 'auditor', organisationId: null, jurisdiction: '50' }] }),
  ).toEqual([]);
  expect(await again()).toMatchObject({ differences: 0 });
  expect(await shown()).toEqual([]);
});

test('asked for it is done once, and asked again it is done again', async () => {
  const reviewer = await desk.person('reviewer');
  const ask = () => desk.by(reviewer, (tx) => askToReassess(tx, 'stricter'));
  const run = async () => (await listDifferences(desk.database, everywhere, 'stricter', { limit: 1 })).run;
  await ask();
  expect(await run()).toMatchObject({ doneAt: null });
  expect(await reassessWaiting(desk.database)).toHaveLength(1);
  expect(await run()).toMatchObject({ suppliers: 1, doneAt: expect.any(String) });
  expect(await reassessWaiting(desk.database)).toEqual([]);
  await ask();
  expect(await reassessWaiting(desk.database)).toHaveLength(1);
});

test('a standard that is not published judges nobody', async () => {
  await expect(reassess(desk.database, { version: 'never', today: TODAY, requestId: 'test' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
