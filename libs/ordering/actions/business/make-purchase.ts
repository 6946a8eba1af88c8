import { randomInt } from 'node:crypto';
import { fail, type InputOf } from '@xihuo/contract';
import { money, time } from '@xihuo/kernel';
import { newId, type Database, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { levelsNeeded } from '../../rules/business/approvals';
import { payCode, purchaseNumber } from '../../rules/business/numbers';
import { lockAccounts, type AccountRow } from '../../store/business/account.sql';
import { insertPurchase, orderedAlone } from '../../store/business/purchase.sql';
import { wire } from '../../store/business/views';
import { acceptanceDays, termsNow } from './account';
import { issue, type Desk } from './issue-purchase';
import { actFor, mustHaveDuty, rowsOf } from './members';
import { accountFor, openSite, priceLines } from './price-purchase';
import { refuseTakenId } from './refuse-taken-id';
import { loadPurchase } from './view-purchase';

type Body = InputOf<'POST /organisations/{id}/purchase-orders'>['body'];
type QuoteBody = InputOf<'POST /organisations/{id}/purchase-quotes'>['body'];

/** What lines would cost and which approvals an order of that sum would need of this person. */
export async function quotePurchase(
  database: Database,
  organisationId: string,
  personId: string,
  given: { body: QuoteBody; now: Date },
) {
  const { body, now } = given;
  const member = await actFor(database, organisationId, personId);
  mustHaveDuty(member, 'order');
  const site = await openSite(database, body.siteId, organisationId);
  const account = await accountFor(database, organisationId);
  const quote = await priceLines(database, body.lines, { region: site.region_code, now });
  return {
    ...{ goods: wire(quote.goodsFen), freight: wire(quote.freightFen), amount: wire(quote.amountFen) },
    lines: body.lines.map(({ skuId, quantity }) => {
      const line = quote.lines.get(skuId)!;
      return {
        ...{ skuId, unitPrice: wire(line.goodsFen / BigInt(quantity)), goods: wire(line.goodsFen) },
        ...{ freight: wire(line.freightFen), served: line.served },
      };
    }),
    levels: await levelsOf(database, { member, account, personId, amountFen: quote.amountFen, now }),
  };
}

/**
 * Makes a purchase order: prices are those that were shown or it is refused, and frozen with the terms. Within the buyer's own limit
 * it is issued in the same transaction.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, INVALID_INPUT, PRICE_CHANGED and what placing an order refuses, CREDIT_LIMIT
 */
export async function makePurchase(
  tx: Tx,
  desk: Desk,
  { organisationId, personId, body }: { organisationId: string; personId: string; body: Body },
): Promise<string> {
  const id = body.id ?? newId();
  tx.attempt({ action: 'purchase.make', subjectKind: 'organisation', subjectId: organisationId });
  const member = await actFor(tx, organisationId, personId);
  mustHaveDuty(member, 'order');
  const site = await openSite(tx, body.siteId, organisationId);
  // Of two orders of one buyer at once the second sees the first.
  await tx.sql(lockAccounts, [[organisationId]]);
  const account = await accountFor(tx, organisationId);
  const quote = await priceLines(tx, body.lines, { region: site.region_code, now: tx.now });
  mustBeAsShown(body, quote);
  const amountFen = quote.amountFen;
  const day = time.businessDate(tx.now);
  const levels = await levelsOf(tx, { member, account, personId, amountFen, now: tx.now });
  const terms = termsNow(account, await acceptanceDays(tx, day));
  await tx
    .sql(insertPurchase, [
      ...[id, purchaseNumber(day, randomInt(1_000_000_000)), organisationId, site.id, JSON.stringify(terms)],
      ...[amountFen.toString(), body.note, levels, personId, tx.now, payCode(randomInt(100_000_000))],
      body.ownNumber,
      body.lines.map((line) => line.skuId),
      body.lines.map((line) => line.quantity),
      body.lines.map((line) => line.unitPrice.amount),
      body.lines.map((line) => (line.via ? JSON.stringify(line.via) : null)),
    ])
    .catch(refuseTakenId('purchase_order_pkey', 'order'))
    .catch(drawAnew);
  tx.audit({
    action: 'purchase.make',
    subjectKind: 'purchaseOrder',
    subjectId: id,
    after: { organisationId, amountFen: amountFen.toString(), levels, terms },
  });
  if (levels.length === 0) await issue(tx, desk, (await loadPurchase(tx, id, personId)).row);
  else tx.emit('purchaseWaits', { purchaseOrderId: id, organisationId, level: levels[0]! });
  return id;
}

interface Wanting {
  member: Awaited<ReturnType<typeof actFor>>;
  account: AccountRow;
  personId: string;
  amountFen: bigint;
  now: Date;
}

/** An order is judged together with what its buyer has ordered alone of late: who splits one gains nothing by it. */
async function levelsOf(where: Database | Tx, { member, account, personId, amountFen, now }: Wanting) {
  const days = await policyOn(where, 'purchase.aloneDays', time.businessDate(now));
  const since = time.addHours(now, -24 * days);
  const [alone] = await rowsOf(where, orderedAlone, [account.organisation_id, personId, since]);
  return levelsNeeded(amountFen + alone!.fen, member.limit_fen, account.approval_from_fen.map(BigInt));
}

function mustBeAsShown(body: Body, quote: Awaited<ReturnType<typeof priceLines>>): void {
  const prices = body.lines.flatMap(({ skuId, quantity, unitPrice }, index) => {
    const now = quote.lines.get(skuId)!.goodsFen / BigInt(quantity);
    return now === BigInt(unitPrice.amount) ? [] : [{ index, skuId, old: unitPrice, new: wire(now) }];
  });
  if (prices.length === 0 && money.fromWire(body.total) === quote.amountFen) return;
  throw fail('PRICE_CHANGED', {
    errors: prices.map(({ index }) => ({
      ...{ pointer: `/lines/${index}/unitPrice`, code: 'PRICE_CHANGED', message: 'not the price that was shown' },
    })),
    extra: {
      prices: prices.map(({ index: _index, ...price }) => price),
      total: { old: body.total, new: wire(quote.amountFen) },
    },
  });
}

/** Number and code are drawn by chance: where one is taken both are drawn again. */
function drawAnew(error: { code?: string }): never {
  if (error.code !== '23505') throw error;
  throw Object.assign(new Error('number or code is taken'), { code: '40001' });
}
