import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';
import { openAccounts, postTransfers, type NewTransfer } from './post-transfers';

let field: Field;

beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.close());

test('whether a group stands is asked of an index, also in books of few large groups', async () => {
  const [debit, credit] = [
    { code: 'orderClearing' as const, ownerId: null },
    { code: 'supplierPayable' as const, ownerId: randomUUID() },
  ];
  const group = (size: number): NewTransfer[] => {
    const groupId = randomUUID();
    return Array.from({ length: size }, () => ({
      ...{ id: randomUUID(), debit, credit, amountFen: money.fen(100), code: 'test.move', groupId, sourceKind: 'test' },
      ...{ sourceId: randomUUID(), ruleVersion: 'test@1', businessDate: '2026-11-23' },
    }));
  };
  await field.does((tx) => openAccounts(tx, [debit, credit]));
  for (let groups = 0; groups < 4; groups += 1)
    expect(await field.does((tx) => postTransfers(tx, group(1_000)))).toEqual([]);
  await field.rows('analyze ledger.transfer');
  const scans = await field.does(async (tx) => {
    const sofar = async () =>
      (
        await tx.client.query<{ scans: number }>(
          `select seq_scan::int as scans from pg_stat_xact_user_tables where relid = 'ledger.transfer'::regclass`,
        )
      ).rows[0]!.scans;
    const before = await sofar();
    expect(await postTransfers(tx, group(50))).toEqual([]);
    return (await sofar()) - before;
  });
  expect(scans).toBeLessThan(10);
});
