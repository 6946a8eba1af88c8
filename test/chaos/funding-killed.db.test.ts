import { receiveSubsidy } from '@xihuo/settlement';
import { holding, openShop, testMasterKey, type Offer, type Shop } from '@xihuo/testing';
import { ended } from './dies';
import { jobRound } from './job-round';

/** What others pay of a discount: killed around each commit, it is owed once, received once and settled once. */

let shop: Shop;
let offer: Offer;
let lot: string;
let funder: string;
let day = 0;
beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 10_000n });
  lot = await shop.lot(offer, 1_000_000n);
  funder = await shop.supplier();
  await shop.promotions.running({
    ...{ kind: 'fullReduction', thresholdFen: 10_000n, reductionFen: 3_000n },
    funders: [{ kind: 'organisation', organisationId: funder, shareBp: 10_000 }],
  });
});
afterAll(() => holding.closeSound(shop));
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

const settleDaily = () => jobRound({ database: shop.database, masterKey: testMasterKey }, 'settlement.daily');

/** An order of ¥100.00 less the funder's ¥30.00, released: what it brings is due. */
async function due(): Promise<string> {
  const order = await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer });
  await shop.releaseAfter((day += 8));
  await shop.setClock(`${(day += 1)} days`);
  return order.supplierOrders[0]!.lines[0]!.id;
}

/** Of one line: what its funder owes and has paid, and what was settled of it; and what receipts there are of a bank's movement. */
async function stands(lineId: string, bankReference = '') {
  const [row] = await shop.rows(
    `select (select count(*)::integer from settlement.subsidy join ordering.line_discount discount on discount.id = discount_id
              where discount.line_id = $1) as debts,
            (select coalesce(sum(amount_fen), 0)::integer from settlement.subsidy
               join ordering.line_discount discount on discount.id = discount_id where discount.line_id = $1) as owed,
            (select coalesce(sum(received_fen), 0)::integer from settlement.subsidy
               join ordering.line_discount discount on discount.id = discount_id where discount.line_id = $1) as paid,
            (select coalesce(sum(gross_fen), 0)::integer from settlement.line done where done.line_id = $1) as gross,
            (select coalesce(sum(subsidy_fen), 0)::integer from settlement.line done where done.line_id = $1) as subsidy,
            (select count(*)::integer from settlement.subsidy_receipt where bank_reference = $2) as receipts`,
    [lineId, bankReference],
  );
  return row;
}
const before = { debts: 0, owed: 0, paid: 0, gross: 0, subsidy: 0, receipts: 0 };
const owed = { ...before, debts: 1, owed: 3_000, gross: 7_000 };
const received = { ...owed, paid: 3_000, receipts: 1 };

test.each([
  ['settlement.shard:beforeCommit', before],
  ['settlement.shard:afterCommit', owed],
])(
  'killed at %s a line is settled once, and its funder owes its part once',
  async (failpoint, left) => {
    const lineId = await due();
    expect(await ended('run-job.ts', shop.url, failpoint, 'settlement.daily')).toBe('SIGKILL');
    expect(await stands(lineId)).toEqual(left);
    await settleDaily();
    await settleDaily();
    expect(await stands(lineId)).toEqual(owed);
  },
  480_000,
);

test.each([
  ['subsidy.receive:beforeCommit', owed],
  ['subsidy.enter:afterCommit', received],
])(
  "killed at %s a funder's money is there once, and reaches the supplier once",
  async (failpoint, left) => {
    const lineId = await due();
    await settleDaily();
    // Oldest first: of earlier lines nothing is left open.
    const open = await shop.count(
      'select sum(amount_fen - received_fen) from settlement.subsidy where funder_id = $1',
      [funder],
    );
    const bankReference = `BANK-${day}`;
    const body = { funderId: funder, amount: { amount: String(open), currency: 'CNY' as const }, bankReference };
    expect(await ended('receive-subsidy.ts', shop.url, failpoint, JSON.stringify(body))).toBe('SIGKILL');
    expect(await stands(lineId, bankReference)).toEqual(left);
    // Whoever does not know enters it again, and is refused where it was there.
    const again = shop.does((tx) => receiveSubsidy(tx, body, { entered: 'person:one', confirmed: 'person:another' }));
    if (left === owed) await again;
    else await expect(again).rejects.toMatchObject({ code: 'SUBSIDY_RECEIPT_KNOWN' });
    expect(await stands(lineId, bankReference)).toEqual(received);
    await shop.setClock(`${(day += 1)} days`);
    await settleDaily();
    await settleDaily();
    expect(await stands(lineId, bankReference)).toEqual({ ...received, subsidy: 3_000 });
  },
  480_000,
);
