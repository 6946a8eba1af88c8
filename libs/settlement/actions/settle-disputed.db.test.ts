import fc from 'fast-check';
import { openDispute, settleBy } from '@xihuo/dispute';
import { money, time } from '@xihuo/kernel';
import { Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type Offer, type Shop } from '@xihuo/testing';
import { runSettlement } from './run-settlement';

const vault = new Vault(testMasterKey);
const kit = { vault, notices: new Notices(vault) };
let shop: Shop;
let day = 0;

beforeEach(async () => {
  day = 0;
  shop = await openShop();
});
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
  await shop.close();
});

async function disputed(
  offers: readonly Offer[],
  claims: readonly bigint[],
): Promise<{ id: string; supplierOrderId: string }> {
  const lots = new Map<string, string>();
  for (const offer of offers) lots.set(offer.productId, await shop.lot(offer, 100_000n));
  const order = await shop.receivedOrder(lots, ...offers.map((offer) => ({ offer })));
  const part = order.supplierOrders[0]!;
  const lines = offers.map((offer, at) => ({
    lineId: part.lines.find((line) => line.skuId === offer.skuId)!.id,
    amount: money.toWire(money.fen(claims[at]!)),
  }));
  const entrance = { side: 'buyer', orderId: order.id, personId: null, token: order.token } as const;
  const { id } = await shop.does((tx) =>
    openDispute(tx, kit, entrance, { supplierOrderId: part.id, kind: 'quality', words: '不好', lines }),
  );
  return { id, supplierOrderId: part.id };
}

/** Business time moves on; what is released is settled for the day before. */
async function settleNext(days: number): Promise<{ gross: string }> {
  day += days;
  await shop.releaseAfter(day);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  day += 1;
  await shop.setClock(`${day} days`);
  return { gross: (await shop.does((tx) => runSettlement(tx, end))).gross.amount };
}

const awarded = (id: string, fen: bigint) => shop.does((tx) => settleBy(tx, id, 'agreement', money.fen(fen)));
const payable = (supplierId: string) =>
  shop.count(
    `select coalesce(sum(balance_fen), 0) from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
      where code = 'supplierPayable' and owner_id = $1`,
    [supplierId],
  );

/** Released parts that the question what is due still looks at. */
const looked = () =>
  shop.count(`select count(*) from ordering.supplier_order where state = 'released' and settled_at is null`);

test('the rest of a disputed line is settled as ever, and what the award lets go with the next run', async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  const { id } = await disputed([offer], [3_000n]);
  expect(await settleNext(8)).toEqual({ gross: '7000' });
  expect(await payable(offer.supplierId)).toBe(7_000);
  expect([await settleNext(1), await looked()]).toEqual([{ gross: '0' }, 0]);
  await awarded(id, 1_000n);
  expect(await looked()).toBe(1);
  expect(await settleNext(1)).toEqual({ gross: '2000' });
  expect(await payable(offer.supplierId)).toBe(9_000);
  expect(await shop.rows('select part, gross_fen from settlement.line order by part')).toEqual([
    { part: 1, gross_fen: '7000' },
    { part: 2, gross_fen: '2000' },
  ]);
  expect([await settleNext(1), await looked()]).toEqual([{ gross: '0' }, 0]);
});

test('an old period run late settles what was free then, and not what was let go since', async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  const { id } = await disputed([offer], [10_000n]);
  await shop.releaseAfter(8);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock('12 days');
  await awarded(id, 0n);
  expect((await shop.does((tx) => runSettlement(tx, end))).gross.amount).toBe('0');
  day = 12;
  expect(await settleNext(0)).toEqual({ gross: '10000' });
});

test('whatever is claimed and awarded of whatever lines: held, given back and settled are what was paid, to the fen', async () => {
  const supplierId = await shop.supplier();
  const price = fc.bigInt({ min: 1n, max: 99_999n });
  const share = fc.integer({ min: 0, max: 10_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(price, share), { minLength: 1, maxLength: 3 }),
      share,
      async (wanted, awardShare) => {
        const offers: Offer[] = [];
        for (const [priceFen] of wanted) offers.push(await shop.offer({ supplierId, priceFen }));
        const claims = wanted.map(([priceFen, part]) => (priceFen * BigInt(part)) / 10_000n || 1n);
        const before = await payable(supplierId);
        const { id, supplierOrderId } = await disputed(offers, claims);
        const paid = wanted.reduce((all, [priceFen]) => all + priceFen, 0n);
        const held = claims.reduce((all, fen) => all + fen, 0n);
        const refund = (held * BigInt(awardShare)) / 10_000n;
        expect(await settleNext(8)).toEqual({ gross: (paid - held).toString() });
        await awarded(id, refund);
        expect(await settleNext(1)).toEqual({ gross: (held - refund).toString() });
        expect(BigInt((await payable(supplierId)) - before)).toBe(paid - refund);
        expect(
          await shop.count('select coalesce(sum(amount_fen), 0) from payment.refund where supplier_order_id = $1', [
            supplierOrderId,
          ]),
        ).toBe(Number(refund));
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
