import { fail, machines } from '@xihuo/contract';
import { must, ProblemError, states, time } from '@xihuo/kernel';
import { newId, type Tx, type Vault } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { lockAccounts, siteOf, type SiteRow } from '../../store/business/account.sql';
import {
  drawOnTerms,
  issuePurchase,
  linesOfPurchase,
  payWithin,
  type PurchaseRow,
} from '../../store/business/purchase.sql';
import { wire } from '../../store/business/views';
import type { Counter } from '../counter';
import { placeOrderBatch } from '../place-orders';
import { reportSold } from '../report-sold';
import { siteCell } from './account';
import { settle } from './owe';
import { accountFor } from './price-purchase';

/** Where purchase orders become orders. */
export interface Desk {
  readonly counter: Pick<Counter, 'input'>;
  readonly vault: Vault;
}

/**
 * A purchase order everybody needed has approved becomes an order: stock is reserved and each supplier's part begins, at the frozen
 * prices or not at all. On terms suppliers may ship at once; otherwise it waits for its payment, for days, unless what
 * stands to the organisation's credit pays for it.
 *
 * @throws ProblemError PRICE_CHANGED (extra: prices, total), OUT_OF_STOCK, SKU_NOT_FOR_SALE, QUANTITY_NOT_OFFERED, ORDER_TOO_LARGE,
 * CREDIT_LIMIT, SITE_CLOSED
 */
export async function issue(tx: Tx, desk: Desk, purchase: PurchaseRow): Promise<void> {
  const isOnTerms = purchase.terms.payment === 'onTerms';
  // Before stock is taken: of two orders that together owe too much the second is refused.
  await tx.sql(lockAccounts, [[purchase.organisation_id]]);
  if (isOnTerms) await mustBeWithinLimit(tx, purchase);
  // Approvals take days; a site that was closed meanwhile takes no goods.
  const [site] = await tx.sql(siteOf, [purchase.site_id, purchase.organisation_id]);
  must(site, 'a purchase order goes to a site of its organisation');
  if (site.closed) throw fail('SITE_CLOSED');
  const orderId = newId();
  const lines = await tx.sql(linesOfPurchase, [purchase.id]);
  const body = {
    id: orderId,
    lines: lines.map((line) => ({
      ...{ skuId: line.sku_id, quantity: line.quantity, unitPrice: wire(line.unit_price_fen) },
      ...(line.via && { via: line.via }),
    })),
    delivery: deliveryOf(desk.vault, site),
    total: wire(purchase.amount_fen),
  };
  const input = {
    ...desk.counter.input(body, purchase.requested_by),
    ...{ organisationId: purchase.organisation_id, paysLater: isOnTerms },
  };
  const [answer] = await placeOrderBatch(tx, [input], [tx]);
  if (answer instanceof ProblemError) throw answer;
  if (isOnTerms) await draw(tx, orderId);
  else {
    const days = await policyOn(tx, 'purchase.payFirstDays', time.businessDate(tx.now));
    await tx.sql(payWithin, [orderId, time.addHours(tx.now, days * 24)]);
  }
  const [issued] = await tx.sql(issuePurchase, [
    ...[purchase.id, orderId, tx.now, states.statesBefore(machines.purchaseStates, 'issue')],
  ]);
  must(issued, 'a purchase order is issued once');
  // What stands to the organisation's credit pays it at once, where it is enough.
  if (!isOnTerms) await settle(tx, purchase.organisation_id, { purchaseId: purchase.id });
  tx.emit('purchaseIssued', { purchaseOrderId: purchase.id, organisationId: purchase.organisation_id, orderId });
  tx.audit({
    action: 'purchase.issue',
    subjectKind: 'purchaseOrder',
    subjectId: purchase.id,
    after: { orderId, amountFen: purchase.amount_fen.toString() },
  });
}

async function draw(tx: Tx, orderId: string): Promise<void> {
  const [drawn] = await tx.sql(drawOnTerms, [orderId, states.statesBefore(machines.orderStates, 'draw')]);
  must(drawn, 'an order just placed goes ahead on terms');
  await reportSold(tx, [orderId]);
}

async function mustBeWithinLimit(tx: Tx, purchase: PurchaseRow): Promise<void> {
  const account = await accountFor(tx, purchase.organisation_id);
  const drawn = account.owed_fen + account.under_way_fen;
  const left = account.credit_limit_fen - drawn;
  if (purchase.amount_fen <= left) return;
  throw fail('CREDIT_LIMIT', {
    extra: { limit: wire(account.credit_limit_fen), drawn: wire(drawn), wanted: wire(purchase.amount_fen) },
  });
}

function deliveryOf(vault: Vault, site: SiteRow) {
  const { address, name, phone } = JSON.parse(vault.open(siteCell(site.id), site.sealed)) as Record<
    'address' | 'name' | 'phone',
    string
  >;
  return { regionCode: site.region_code, address, name, phone };
}
