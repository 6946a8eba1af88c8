import { randomUUID } from 'node:crypto';
import { provisioning } from '@xihuo/identity';
import { money } from '@xihuo/kernel';
import { business } from '@xihuo/ordering';
import { newId } from '@xihuo/platform';
import type { Offer, PlacedOrder, Shop } from '@xihuo/testing';
import type { World } from './world';

/** An organisation that buys here: on terms, or paying first; one person does everything for it. */
export interface Purchaser extends Awaited<ReturnType<Shop['buying']['organisation']>> {
  personId: string;
}

/** What makes an order an organisation's. */
export interface Purchase {
  id: string;
  payCode: string;
  by: Purchaser;
}

const AMPLE = 1_000_000_000_000n;

export async function openPurchaser(shop: World['shop'], payment: 'onTerms' | 'payFirst'): Promise<Purchaser> {
  const at = await shop.buying.organisation({ payment, creditLimitFen: AMPLE });
  const personId = await shop.does(async (tx) => {
    const { id } = await provisioning.createPerson(tx, { displayName: '示例采购员' });
    await provisioning.grantRole(tx, { personId: id, role: 'businessBuyer', organisationId: at.id });
    return id;
  });
  await shop.buying.duties(at.id, personId, { duties: ['order', 'receive', 'pay'], limitFen: AMPLE });
  return { ...at, personId };
}

/** Issued at once: its buyer needs nobody's approval. */
export async function purchase(
  { shop, kit }: World,
  by: Purchaser,
  wanted: readonly { offer: Offer; quantity: number }[],
): Promise<{ order: PlacedOrder; purchase: Purchase }> {
  const packs = wanted.map(({ offer, quantity }) => ({ skuId: offer.skuId, quantity }));
  const [{ now }] = (await shop.rows<{ now: Date }>('select platform.business_now() as now')) as [{ now: Date }];
  const quote = await business.quote(shop.database, by.id, by.personId, {
    ...{ body: { siteId: by.siteId, lines: packs }, now },
  });
  const lines = packs.map((pack, at) => ({ ...pack, unitPrice: quote.lines[at]!.unitPrice }));
  const body = { siteId: by.siteId, lines, total: quote.amount, note: '', ownNumber: '' };
  const desk = { counter: shop.counter, vault: kit.vault };
  const making = { organisationId: by.id, personId: by.personId, body };
  const id = await shop.does((tx) => business.makePurchase(tx, desk, making));
  const seen = await shop.does((tx) => business.view(tx, id, by.personId, tx.now));
  return { order: seen.order as unknown as PlacedOrder, purchase: { id, payCode: seen.payCode, by } };
}

/** By bank, with the code in its remark. */
export async function transfer({ shop }: World, { payCode }: Purchase, fen: bigint): Promise<void> {
  const body = {
    ...{ bankReference: `T-${randomUUID()}`, receivedOn: '2026-01-01', amount: money.toWire(money.fen(fen)) },
    ...{ payerName: '示例超市有限公司', remark: `货款 ${payCode}` },
  };
  const [first, second] = [newId(), newId()];
  const { id, state, version } = await shop.does((tx) => business.enterTransfer(tx, body, first));
  if (state === 'named') await shop.does((tx) => business.confirmTransfer(tx, id, { version, by: second }));
}

type Return = Parameters<typeof business.proposeReturn>[1];

/** Money of a transfer goes back, or never came: one person says so, another approves. */
async function takeBack({ shop }: World, wanted: Return): Promise<void> {
  const [first, second] = [newId(), newId()];
  const { id } = await shop.does((tx) => business.proposeReturn(tx, wanted, first));
  try {
    await shop.does((tx) =>
      business.decideReturn(tx, { id, decision: 'approve', reason: '已核对银行流水', by: second }),
    );
  } catch (error) {
    await shop.does((tx) => business.decideReturn(tx, { id, decision: 'withdraw', reason: '款项已用', by: first }));
    throw error;
  }
}

/** One of the transfers that paid an organisation's order never came so. */
export async function reverseTransfer(world: World, { id }: Purchase, at: number): Promise<void> {
  const all = await world.shop.rows<{ id: string }>(
    'select id from ordering.bank_transfer where purchase_order_id = $1 and ended is null order by id',
    [id],
  );
  const one = all[at % Math.max(all.length, 1)];
  if (one) await takeBack(world, { kind: 'reversal', transferId: one.id, reason: '重复登记' });
}

/** Some of what stands to an organisation's credit is sent back. */
export async function sendCreditBack(world: World, { by }: Purchase, share: number): Promise<void> {
  const fen = await world.shop.count(
    `select coalesce(sum(balance.balance_fen), 0) from ledger.account_v held
       join ledger.balance_v balance on balance.account_id = held.id where held.code = 'buyerCredit' and held.owner_id = $1`,
    [by.id],
  );
  const amount = money.toWire(money.fen(BigInt(1 + Math.floor((share / 10_001) * fen))));
  await takeBack(world, { kind: 'credit', organisationId: by.id, amount, reason: '多付退回' });
}

/** What is to be paid of it now: a bill that is due, or all of an order that is paid first. */
export const openFen = ({ shop }: World, { id }: Purchase): Promise<number> =>
  shop.count(
    `select coalesce((select sum(open_fen) from ordering.receivable where purchase_order_id = purchase.id), 0)
          + case when placed.state = 'awaitingPayment' then placed.amount_fen else 0 end
       from ordering.purchase_order purchase join ordering.customer_order placed on placed.id = purchase.order_id
      where purchase.id = $1`,
    [id],
  );

/** Takes a part in; of one line some packs are turned away, with a photo of them. */
export async function acceptPart(
  { shop }: World,
  { id, by }: Purchase,
  orderId: string,
  { supplierOrderId, rejected }: { supplierOrderId: string; rejected: { lineId: string; packs: number } | null },
): Promise<void> {
  const photoIds = rejected === null ? [] : [newId()];
  for (const fileId of photoIds)
    await shop.rows(
      `insert into ordering.after_sale_photo (file_id, order_id, sha256, uploaded_at)
       values ($1::uuid, $2, sha256($1::text::bytea), platform.business_now())`,
      [fileId, orderId],
    );
  const rejections = rejected === null ? [] : [{ ...rejected, reason: 'damaged' as const }];
  const body = { supplierOrderId, rejections, photoIds, words: '' };
  await shop.does((tx) => business.acceptGoods(tx, id, by.personId, body));
}
