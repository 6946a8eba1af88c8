import { runSettlement } from '@xihuo/settlement';
import { time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { countTotal, viewHouseholdTotal } from './household-total';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

async function sellAndSettle(offer: Offer, lotId: string): Promise<void> {
  await shop.receivedOrder(new Map([[offer.productId, lotId]]), { offer });
  await shop.releaseAfter(3);
  await shop.setClock('4 days');
  await shop.does((tx) => runSettlement(tx, time.addDays(time.businessDate(tx.now), -1)));
}

test('what settlements booked to households is told from ten of them on, as it was counted last', async () => {
  expect(await viewHouseholdTotal(shop.database)).toEqual({ total: null });
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n, perishable: true });
  const grams = Array.from({ length: 10 }, () => 100n);
  const { lotId, households } = await shop.harvest({ offer, grams, floorFenPerKg: 600n });
  await sellAndSettle(offer, lotId);
  expect(await viewHouseholdTotal(shop.database)).toEqual({ total: null });
  await shop.does(countTotal);
  const { total } = await viewHouseholdTotal(shop.database);
  const [booked] = await shop.rows<{ fen: bigint }>('select sum(amount_fen)::bigint as fen from benefit.share');
  expect(total).toMatchObject({
    ...{ households: 10, settled: { amount: String(booked!.fen), currency: 'CNY' } },
    paid: { amount: '0', currency: 'CNY' },
  });
  expect(total!.settled.amount).toBe('600');

  // Nine are never told of, and counting anew replaces what was counted.
  await shop.rows('update benefit.obligation set funded_fen = 0 where household_id = $1', [households[0]]);
  await shop.does(countTotal);
  expect(await viewHouseholdTotal(shop.database)).toEqual({ total: null });
  await shop.rows('update benefit.obligation set funded_fen = 60 where household_id = $1', [households[0]]);
});

/** A line of a list that a bank says it paid, and one that it does not; of a household and of an organisation. */
const payOut = statement(
  'test.pay_out',
  `with run as (insert into settlement.payout_run (id, state, business_date, list_hash, items, amount_fen, drawn_by, drawn_at, approved_by)
                values (uuidv7(), 'approved', $2::date, '', 3, 660, uuidv7(), $1, uuidv7()) returning id),
        batch as (insert into settlement.payout_batch (run_id, supplier_id, state) select id, uuidv7(), 'instructed' from run returning id),
        line (kind, fen, state) as (values ('household', 450, 'paid'), ('household', 150, 'failed'), ('organisation', 60, 'paid')),
        account as (insert into settlement.payee_account
                      (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_at, held_until, decided_at)
                    select uuidv7(), 'household', uuidv7(), 'confirmed', '示例行', '0001', '', $1, $1, $1 returning id)
   insert into settlement.payout_item (batch_id, payee_kind, payee_id, purpose, amount_fen, account_id, fingerprint, state, moved_at)
   select batch.id, line.kind, uuidv7(), 'share', line.fen, account.id, '', line.state, $1 from batch, account, line`,
);

test('what banks paid to households is told beside it: not what came back, nor what organisations had', async () => {
  let paid: string | undefined;
  // Nobody keeps a list that no settlement stands behind: it is taken back again.
  const takenBack = shop.does(async (tx: Tx) => {
    await tx.sql(payOut, [tx.now, time.businessDate(tx.now)]);
    await countTotal(tx);
    paid = (await viewHouseholdTotal({ read: (wanted, values) => tx.sql(wanted, values) })).total?.paid.amount;
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  expect(paid).toBe('450');
});
