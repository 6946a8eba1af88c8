import { openDispute, settleBy } from '@xihuo/dispute';
import { money, must } from '@xihuo/kernel';
import { claims, type Counter } from '@xihuo/ordering';
import { refunds } from '@xihuo/payment';
import { newId, statement, type Tx } from '@xihuo/platform';
import { lots } from '@xihuo/trace';
import { actingIn, Cast } from '../cast';
import type { SeedKit } from '../step';
import { soldParts, type SoldPart } from './sales';

const refundsOf = statement<{ id: string; amount_fen: bigint }>(
  'seed.refunds_of',
  `select id, amount_fen from payment.refund where source_id = $1 and state <> 'succeeded' order by id`,
);

/** Money of the demonstration's own payments goes back as it came: no provider is asked. */
async function paidBack(tx: Tx, sourceId: string): Promise<void> {
  const made = await tx.sql(refundsOf, [sourceId]);
  must(made.length > 0, 'something is paid back');
  await refunds.apply(
    tx,
    made.map(({ id, amount_fen: fen }) => ({
      ...{ refundKey: id, refundRef: `demo_${id}`, state: 'succeeded' as const },
      amountFen: money.fen(fen),
    })),
  );
}

/** A guest's part whose line is dear enough to quarrel about. */
async function guestPart(tx: Tx): Promise<SoldPart> {
  const parts = await soldParts(tx, 'received');
  const part = parts.find(({ organisation_id: buyer }) => buyer === null);
  must(part, 'a guest has received something');
  return part;
}

const accessOf = (counter: Counter, { order_id: orderId }: SoldPart) => ({
  ...{ personId: null, token: counter.tokenOf(orderId) },
});

/** A pack was not good; the supplier gives its price back. */
export async function giveBack(tx: Tx, counter: Counter): Promise<void> {
  const part = await guestPart(tx);
  const caseId = await claims.make(
    tx,
    part.order_id,
    {
      ...{
        supplierOrderId: part.id,
        kind: 'refundOnly',
        reason: 'quality',
        words: '有一份发软，不能吃了',
        photoIds: [],
      },
      lines: [{ lineId: part.line_id, packs: 1 }],
    },
    accessOf(counter, part),
  );
  await claims.answer(tx, { caseId, supplierIds: [part.supplier_id] }, { accept: true, state: 'requested' });
  await paidBack(tx, caseId);
  await claims.followRefunds(tx, [caseId], 'refunded');
}

/** Half of what was paid is in dispute. */
export async function quarrel(
  tx: Tx,
  kit: { counter: Counter } & SeedKit,
): Promise<{ id: string; heldFen: money.Fen }> {
  const part = await guestPart(tx);
  const heldFen = money.fen(part.amount_fen / 2n);
  const { id } = await openDispute(
    tx,
    kit,
    { side: 'buyer', orderId: part.order_id, ...accessOf(kit.counter, part) },
    {
      ...{ supplierOrderId: part.id, kind: 'quality', words: '个头明显小于页面所示，要求退一半货款' },
      lines: [{ lineId: part.line_id, amount: money.toWire(heldFen) }],
    },
  );
  return { id, heldFen };
}

/** The sides agree on two thirds of what was asked for, and it is paid. */
export async function quarrelSettled(tx: Tx, kit: { counter: Counter } & SeedKit): Promise<void> {
  const { id, heldFen } = await quarrel(tx, kit);
  await settleBy(tx, id, 'agreement', money.fen((heldFen * 2n) / 3n));
  await paidBack(tx, id);
}

const supplierOf = statement<{ reference: string }>(
  'seed.supplier_of_id',
  'select reference from registry.organisation_v where id = $1',
);
const recallNow = statement<{ id: string; row_version: number }>(
  'seed.recall_now',
  'select id, row_version from trace.recall order by id desc limit 1',
);

async function clerkOf(tx: Tx, supplierId: string): Promise<Tx> {
  const [supplier] = await tx.sql(supplierOf, [supplierId]);
  return actingIn(tx)((await Cast.of(tx)).clerk(supplier!.reference));
}

const kitOf = (kit: SeedKit) => ({ ...kit, origin: '' });

/** A supplier calls a lot back whose labels were wrong. */
export async function callBack(tx: Tx, kit: SeedKit): Promise<void> {
  const part = await guestPart(tx);
  await lots.recall(await clerkOf(tx, part.supplier_id), kitOf(kit), {
    ...{ id: newId(), lotIds: [part.lot_id], class: 3, reason: '部分包装的净含量标签印错' },
    notice: '本批部分包装净含量标签印错，不影响食用；可凭订单号联系供应商退换。',
  });
}

/** And says a week later what came of it. */
export async function endCallingBack(tx: Tx, kit: SeedKit, supplierId: string): Promise<void> {
  const [recall] = await tx.sql(recallNow);
  const wanted = { id: recall!.id, version: recall!.row_version, event: 'complete' as const };
  const result = '已逐单通知买家并换发标签，未发现其他批次有同样问题。';
  await lots.endRecall(await clerkOf(tx, supplierId), kitOf(kit), { ...wanted, result, packsRecovered: 1 });
}

export const recalledBy = statement<{ supplier_id: string }>(
  'seed.recalled_by',
  `select supplier_id from trace.recall where state = 'open' order by id desc limit 1`,
);
