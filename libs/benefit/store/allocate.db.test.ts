import fc from 'fast-check';
import { money } from '@xihuo/kernel';
import { openField, type Field } from '@xihuo/testing';

/** A hundred thousand where time is no matter. */
const POOLS = process.env['TEST_LONG'] ? 100_000 : 5_000;
const A_ROUND = 500;

let field: Field;

beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.close());

interface Pool {
  total: bigint;
  weights: bigint[];
}

const pool: fc.Arbitrary<Pool> = fc.record({
  total: fc.oneof(fc.bigInt({ min: -1_000n, max: 1_000n }), fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })),
  weights: fc
    .array(fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      minLength: 1,
      maxLength: 15,
    })
    .filter((weights) => weights.some((weight) => weight > 0n)),
});

/** Ids that sort otherwise than they come, and otherwise by locale than by code point. */
const idOf = (index: number) => `${(index * 7) % 16}${'aZ_é'[index % 4]}`;

/** A round of pools in one question: what the database makes of each, by place and id. */
async function bySql(pools: readonly Pool[]): Promise<string[]> {
  const rows = await field.rows<{ place: number; id: string; amount: string }>(
    `select item.place, part.id, part.amount::text
       from jsonb_to_recordset($1::jsonb) as item (place integer, total bigint, ids text[], weights bigint[])
      cross join lateral benefit.allocate(item.total, item.ids, item.weights) part`,
    [
      JSON.stringify(
        pools.map(({ total, weights }, place) => ({
          ...{ place, total: total.toString(), ids: weights.map((_, index) => idOf(index)) },
          weights: weights.map(String),
        })),
      ),
    ],
  );
  return rows.map(({ place, id, amount }) => `${place} ${id} ${amount}`).sort();
}

function byRule(pools: readonly Pool[]): string[] {
  return pools
    .flatMap(({ total, weights }, place) => {
      const parts = weights.map((weight, index) => ({ id: idOf(index), weight }));
      return [...money.allocate(money.fen(total), parts)].map(([id, amount]) => `${place} ${id} ${amount}`);
    })
    .sort();
}

test(`allocate and its SQL twin agree on ${POOLS} random pools`, async () => {
  const rounds = fc.array(pool, { minLength: A_ROUND, maxLength: A_ROUND, size: 'max' });
  await fc.assert(
    fc.asyncProperty(rounds, async (pools) => {
      expect(await bySql(pools)).toEqual(byRule(pools));
    }),
    { numRuns: POOLS / A_ROUND, endOnFailure: true },
  );
});

test('nothing to split by is an error on both sides, nothing to split is not', async () => {
  await expect(bySql([{ total: 1n, weights: [0n, 0n] }])).rejects.toThrow('division by zero');
  expect(() => byRule([{ total: 1n, weights: [0n, 0n] }])).toThrow();
  const nothing = [{ total: 0n, weights: [0n, 0n] }];
  expect(await bySql(nothing)).toEqual(byRule(nothing));
});
