import fc from 'fast-check';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { Season } from '../fixtures/harvest-season';
import { OwedModel, type ModelAgreement } from '../fixtures/owed-model';
import { accrueRents } from './dividend/accrue-rents';
import { viewEarnings } from './view-earnings';

/** Deliveries, processing, sales, corrections, objections, refunds and rebates in any order: owed is what the rule says of the facts. */

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

/** One household under two agreements, one under a small one, one under a large one without a premium. */
const terms = (): ModelAgreement[] => [
  { household: 0, floor: 700n, premium: 30n, rebateBp: 1_000n, room: 15_000n },
  { household: 0, floor: 600n, premium: 0n, rebateBp: 333n, room: 20_000n },
  { household: 1, floor: 650n, premium: 50n, rebateBp: 2_000n, room: 12_000n },
  { household: 2, floor: 555n, premium: 0n, rebateBp: 777n, room: 500_000n },
];

async function sheetOf(supplierId: string): Promise<string> {
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into trace.lot_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  return paper!.file_id;
}

const KINDS = [
  'bring',
  'bring',
  'bring',
  'confirm',
  'putRight',
  'putRight',
  'add',
  'widen',
  'make',
  'run',
  'run',
  'giveBack',
] as const;
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  which: fc.nat(1_000),
  other: fc.nat(1_000),
  grams: fc.integer({ min: 1_001, max: 9_999 }),
  fen: fc.integer({ min: 1, max: 99_999 }),
  percent: fc.integer({ min: 60, max: 140 }),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Does a step in the season and in the model alike; what cannot be just then is left out of both. */
class Play {
  readonly model = new OwedModel(terms());
  /** The weight each delivery had first, and what of each lot went on: nothing is put right below what has left. */
  private readonly first: bigint[] = [];
  private readonly went: bigint[] = [];

  constructor(readonly season: Season) {}

  async openLots(): Promise<void> {
    for (let at = 0; at < 2; at += 1) {
      await this.season.openLot();
      this.model.openLot();
    }
  }

  async do({ kind, which, other, grams, fen, percent }: Step): Promise<void> {
    const { model, season } = this;
    const lot = other % model.lots.length;
    const at = which % Math.max(1, model.brought.length);
    const one = model.brought[at];
    switch (kind) {
      case 'bring': {
        const price = fen % 3 === 0 ? null : BigInt(700 + (fen % 200));
        const of = [which % 3, lot, BigInt(grams), price, other % 4 !== 0] as const;
        await season.bring(...of);
        model.bring(...of);
        this.first.push(BigInt(grams));
        return;
      }
      case 'confirm':
        if (!one || one.confirmed) return;
        await season.confirm(at);
        return model.confirm(at);
      case 'putRight': {
        if (!one) return;
        const weight = (this.first[at]! * BigInt(percent)) / 100n;
        await season.putRight(at, weight);
        return model.putRight(at, weight);
      }
      case 'add': {
        const added = other % 2 === 0 ? 'floorPrice' : 'premium';
        if (one && (await season.addTo(at, added, BigInt(fen % 5_000) + 1n)))
          one.added[added] += BigInt(fen % 5_000) + 1n;
        return;
      }
      case 'widen':
        await season.widen(which % model.agreements.length, BigInt(grams));
        return model.widen(which % model.agreements.length, BigInt(grams));
      case 'make':
        return this.make(lot, which % model.lots.length, BigInt(percent % 8));
      case 'run':
        return this.run(which, other, BigInt(fen));
      case 'giveBack':
        return this.giveBack(which, BigInt(percent - 60));
    }
  }

  /** A tenth of what was brought into one lot, and into another one; once of each. */
  private async make(lot: number, second: number, lostPercent: bigint): Promise<void> {
    const inputs = [...new Set([lot, second])].flatMap((from) => {
      const brought = this.model.brought.filter((item) => item.lot === from);
      const grams = brought.reduce((all, item) => all + item.grams, 0n) / 10n;
      return grams > 0n && (this.went[from] ?? 0n) === 0n ? [{ lot: from, grams }] : [];
    });
    if (inputs.length === 0) return;
    for (const input of inputs) this.went[input.lot] = input.grams;
    const lost = (inputs.reduce((all, { grams }) => all + grams, 0n) * lostPercent) / 100n;
    await this.season.make(inputs, lost);
    this.model.make(inputs, lost);
  }

  private async run(which: number, other: number, fen: bigint): Promise<void> {
    const sold = [...new Set([which % this.model.lots.length, other % this.model.lots.length])].map((lot) => ({
      lot,
      goods: fen + BigInt(lot),
    }));
    const some = which % 5 === 0 ? [] : sold;
    await this.season.run(some);
    this.model.run(some);
  }

  private async giveBack(which: number, percent: bigint): Promise<void> {
    if (this.model.sales.length === 0) return;
    const at = which % this.model.sales.length;
    const sale = this.model.sales[at]!;
    const fen = (sale.goods * (percent > 50n ? 100n : percent)) / 100n;
    if (fen <= sale.back) return;
    await this.season.giveBack(at, fen);
    this.model.giveBack(at, fen);
  }
}

const most = (a: bigint, b: bigint) => (a > b ? a : b);

/**
 * Of every delivery: what it is worth by rule, or what the household was paid where that was more, before it was put right; and what was
 * added to it since.
 */
async function mustOweDeliveries({ season, model }: Play): Promise<void> {
  const rows = await shop.rows<{
    at: number;
    kind: 'floorPrice' | 'premium';
    due: string;
    funded: string;
    added: string;
  }>(
    `select item.place::int - 1 as at, kind,
            coalesce(sum(amount_fen - carried_fen - reversed_fen) filter (where not since.added), 0) as due,
            coalesce(sum(funded_fen) filter (where not since.added), 0) as funded,
            coalesce(sum(amount_fen - carried_fen - reversed_fen) filter (where since.added), 0) as added
       from unnest($1::uuid[]) with ordinality as item (id, place)
       join trace.delivery standing on standing.id = item.id
       join trace.delivery known on coalesce(known.root_id, known.id) = coalesce(standing.root_id, standing.id)
       join benefit.obligation on obligation.delivery_id = known.id
      cross join lateral (select source_kind = 'contest' and known.id = standing.id as added) since group by item.place, kind`,
    [season.standing.map(({ id }) => id)],
  );
  const found = new Map(rows.map((row) => [`${row.at} ${row.kind}`, row]));
  for (const at of model.brought.keys()) {
    for (const kind of ['floorPrice', 'premium'] as const) {
      const row = found.get(`${at} ${kind}`);
      const paid = BigInt(row?.funded ?? 0);
      const { added } = model.brought[at]!;
      const due = most(model.worth(at, kind), paid);
      expect([at, kind, BigInt(row?.due ?? 0), BigInt(row?.added ?? 0)]).toEqual([at, kind, due, added[kind]]);
    }
  }
}

/** Of every sale: each rebate to the fen, less what went back of it, or what was paid of it where that is more. */
async function mustOweRebates({ season, model }: Play): Promise<void> {
  const rows = await shop.rows<{ household: string; sale: string; fen: string; due: string; funded: string }>(
    `select household_id as household, source_id as sale, amount_fen as fen, amount_fen - reversed_fen as due, funded_fen + carried_fen as funded
       from benefit.obligation where supplier_id = $1 and kind = 'rebate'`,
    [season.offer.supplierId],
  );
  const key = (household: string, sale: string, fen: string) => `${household} ${sale} ${fen.padStart(12, '0')}`;
  const expected = model
    .rebates()
    .map((one) => ({ ...one, key: key(season.households[one.household]!, season.sales[one.sale]!, `${one.fen}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const found = rows
    .map((row) => ({ ...row, key: key(row.household, row.sale, row.fen) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(found.map((row) => row.key)).toEqual(expected.map((one) => one.key));
  // Two of one amount may have been paid differently; what is due of them together is the same.
  for (const [at, { left }] of expected.entries()) {
    const row = found[at]!;
    expect(BigInt(row.due)).toBe(most(left, BigInt(row.funded)));
  }
}

/** A household that works and one that lets land for a share are owed beside it, and every line says why in one sentence. */
async function mustSayWhy({ season }: Play, others: readonly string[]): Promise<void> {
  for (const household of [...season.households, ...others]) {
    const { data } = await viewEarnings(shop.database, household, undefined, 100);
    for (const { why } of data) {
      expect(why.zh).toMatch(/^[^\n。]*\p{Script=Han}[^\n。]*\d[^\n。]*$/u);
      expect(why.en).toMatch(/^[^\n]*[A-Za-z][^\n]*\d[^\n]*$/);
      expect(`${why.zh} ${why.en}`).not.toMatch(/undefined|null|NaN/);
    }
  }
}

test('whatever happens in whatever order, owed is what the rule says of the confirmed facts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), step, async (steps, last) => {
      const play = new Play(await Season.begin(shop, terms(), sheetOf));
      await play.openLots();
      const { supplierId } = play.season.offer;
      const worker = await shop.workedDays(supplierId, 2, 3_000n);
      const owner = await shop.household(supplierId);
      const year = Number((await play.season.scale.today()).slice(0, 4)) - 1;
      await shop.agreedOnPaper([
        { supplierId, householdId: owner, kind: 'dividend', shares: 1, effectiveFrom: `${year}-01-01` },
      ]);
      await shop.rows(
        'update benefit.agreement set land_mu_hundredths = 250, rent_fen_per_mu = 1000 where household_id = $1',
        [owner],
      );
      await shop.does((tx) => accrueRents(tx));
      // In the end something is sold, and put right once its rebates are reckoned.
      const ends = [
        { ...last, kind: 'run' as const, which: 1 },
        { ...last, kind: 'putRight' as const, percent: 61 },
      ];
      for (const one of [...steps, ...ends]) await play.do(one);
      await shop.does((tx) => accrueRents(tx));
      await mustOweDeliveries(play);
      await mustOweRebates(play);
      await mustSayWhy(play, [worker, owner]);
      expect(
        await shop.count(
          'select sum(amount_fen - reversed_fen) from benefit.obligation where household_id = any ($1)',
          [[worker, owner]],
        ),
      ).toBe(6_000 + 2_500);
      // Money comes from nowhere here: no order was paid.
      const { 'what lies in clearing is what was captured and not yet settled': _, ...wanted } = holding.invariants;
      expect(await holding.brokenInvariants((sql) => shop.count(sql), wanted)).toEqual({});
    }),
    // A history says enough as it is: to shorten one plays a season again and again.
    { numRuns: 10, endOnFailure: true },
  );
}, 600_000);
