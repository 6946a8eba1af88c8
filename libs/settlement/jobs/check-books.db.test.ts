import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { money } from '@xihuo/kernel';
import { createLog, type Kit } from '@xihuo/platform';
import { openField, type Field } from '@xihuo/testing';
import { askForCheck, EXPORTED_KINDS, listChecks } from '../actions/check/ask-check';
import { openAccounts, postAll } from '@xihuo/ledger';
import { checkBooks } from './check-books.job';

jest.setTimeout(240_000);

const askerId = randomUUID();
const asker = `person:${askerId}`;
let field: Field;
beforeAll(async () => {
  field = await openField();
  await field.rows(`insert into identity.person (id, display_name) values ($1, '周审计')`, [askerId]);
  const sides = {
    debit: { code: 'institution', ownerId: null },
    credit: { code: 'platformFee', ownerId: null },
  } as const;
  await field.does(async (tx) => {
    await openAccounts(tx, [sides.debit, sides.credit]);
    await postAll(tx, [
      {
        ...{ id: randomUUID(), ...sides, amountFen: money.fen(100), code: 'test.move', groupId: randomUUID() },
        ...{ sourceKind: 'test', sourceId: randomUUID(), ruleVersion: 'test@1', businessDate: '2026-11-23' },
      },
    ]);
  });
});
afterAll(() => field.close());

const ask = () => field.does((tx) => askForCheck(tx, asker));
const newest = async () => (await listChecks(field.database, { limit: 1 })).data[0]!;
const round = () =>
  checkBooks.run({
    ...{ config: { DATABASE_URL: field.url }, database: field.database, log: createLog('silent', 'test') },
  } as unknown as Kit);

test('books that fit are said to, with what was looked at, by whom and when; one check at a time', async () => {
  expect(await ask()).toMatchObject({ state: 'waiting', askedBy: asker, askedByName: '周审计', doneAt: null });
  await expect(ask()).rejects.toMatchObject({ code: 'BOOKS_CHECK_UNDER_WAY' });
  await round();
  expect(await newest()).toMatchObject({
    ...{ state: 'fits', askedBy: asker, askedByName: '周审计', brokenPart: null, words: null },
    ...{ exported: EXPORTED_KINDS, kinds: EXPORTED_KINDS, fitting: 7, parts: 7, doneAt: expect.any(String) },
  });
  const kinds = readFileSync(join(__dirname, '../../../infra/export/kinds.mjs'), 'utf8');
  expect(kinds.match(/^ {4}name: '/gm)).toHaveLength(EXPORTED_KINDS);
});

test('the first thing that does not fit is named, in the part it is of', async () => {
  await field.rows('set session_replication_role = replica');
  await field.rows(`insert into trace.lot (code, supplier_id, product_id, produced_on, received_grams, shipped_grams, created_at)
                    values ('TEST-LOT-1', uuidv7(), uuidv7(), '2026-11-01', 1000, 0, now())`);
  await field.rows('set session_replication_role = origin');
  await ask();
  await round();
  expect(await newest()).toMatchObject({
    ...{ state: 'broken', brokenPart: 'lots' },
    words: {
      en: expect.stringMatching(/^lot TEST-LOT-1 says 1000 g/),
      zh: expect.stringMatching(/^批次 TEST-LOT-1 的进货量为 1000 克/),
    },
  });
  await field.rows(`delete from trace.lot where code = 'TEST-LOT-1'`);
});

test('a check that a killed worker left is begun anew; one that workers die over is given up', async () => {
  await ask();
  await field.rows(
    `update settlement.books_check set state = 'running', begun = 1, exported = 4 where state = 'waiting'`,
  );
  await round();
  expect((await newest()).state).toBe('fits');
  await ask();
  await field.rows(`update settlement.books_check set state = 'running', begun = 3 where state = 'waiting'`);
  await round();
  expect(await newest()).toMatchObject({ state: 'failed', words: { zh: 'begun too often', en: 'begun too often' } });
  await round();
  expect((await listChecks(field.database, { limit: 10 })).data).toHaveLength(4);
});

test('what cannot be exported says why, and is no verdict on the books', async () => {
  await ask();
  await checkBooks.run({
    ...{ config: { DATABASE_URL: 'postgresql://127.0.0.1:1/nothing' }, database: field.database },
    log: createLog('silent', 'test'),
  } as unknown as Kit);
  expect(await newest()).toMatchObject({ state: 'failed', words: { en: expect.stringMatching(/ECONNREFUSED/) } });
});
