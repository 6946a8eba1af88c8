import { randomUUID } from 'node:crypto';
import { openField, type Field } from '@xihuo/testing';
import { findAccounts } from '../store/ledger.sql';
import { openAccounts } from './post-transfers';

let field: Field;

beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.close());

interface Plan {
  'Rows Removed by Join Filter'?: number;
  Plans?: Plan[];
}

const compared = (plan: Plan): number =>
  (plan['Rows Removed by Join Filter'] ?? 0) + (plan.Plans ?? []).reduce((sum, part) => sum + compared(part), 0);

test('accounts of many owners are found by their index, none by comparing it with all', async () => {
  const owners = Array.from({ length: 400 }, () => randomUUID());
  const wanted = owners.map((ownerId) => ({ code: 'householdPayable' as const, ownerId }));
  await field.does((tx) => openAccounts(tx, [...wanted, { code: 'orderClearing', ownerId: null }, wanted[0]!]));
  await field.rows('analyze ledger.account');
  const values = [
    [...wanted.map(({ code }) => code), 'orderClearing'],
    [...owners, null],
  ];
  const found = await field.does(async (tx) => {
    const { rows } = await tx.client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
      ...{ text: `explain (analyze, format json) ${findAccounts.text}`, values },
    });
    expect(compared(rows[0]!['QUERY PLAN'][0]!.Plan)).toBe(0);
    return tx.sql(findAccounts, values);
  });
  expect(found.filter(({ code }) => code === 'householdPayable').map(({ owner_id }) => owner_id)).toEqual(
    expect.arrayContaining(owners),
  );
  expect(found).toHaveLength(401);
});
