import { isRuleVersion } from './books.mjs';
import { supplierOrders } from './parts.mjs';
import { hold, Sums, yuan } from './read.mjs';
import { shares } from './shares.mjs';
import { subsidies } from './subsidies.mjs';

/** What a statement adds up of its lines. */
export const STATED = /** @type {const} */ ([
  'grossFen',
  'refundFen',
  'subsidyFen',
  'feeFen',
  'farmerDuesFen',
  'payableFen',
]);

/**
 * Of every closed supplier order nothing lies in clearing: what was captured, or is owed on terms, has gone back, or out by settlement;
 * what went back after that, its supplier owes.
 * What lies there in all is what the open ones say. Each settled line is its fee, the households behind it and the supplier's payable,
 * and the lines of a closed order make what was paid less what went back.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @param {Sums} lateOfPart what went back of parts of orders that had been settled, by part
 */
export async function orders(folder, books, lateOfPart) {
  const dues = await shares(folder, books);
  const outOfPart = new Sums();
  const subsidyOfLine = new Sums();
  const splitOfLine = new Sums();
  const bySupplier = new Sums();
  let settled = 0;
  for await (const line of folder.rows('settlement-lines')) {
    settled += 1;
    const name = `line ${line.lineId} of run ${line.runId}`;
    const named = `结算 ${line.runId} 的订单行 ${line.lineId} `;
    const net = BigInt(line.grossFen) - BigInt(line.refundFen);
    hold(
      isRuleVersion(line.ruleVersion),
      () => `${name} does not say by which version of which rule its fee was taken`,
      () => `${named}没有写明服务费依据哪条规则的哪个版本`,
    );
    const given = dues.of(`${line.runId} ${line.lineId}`);
    hold(
      given === BigInt(line.farmerDuesFen),
      () => `${name} gave ${yuan(line.farmerDuesFen)} to households, its shares say ${yuan(given)}`,
      () => `${named}记农户应得 ${yuan(line.farmerDuesFen)}，其分成合计为 ${yuan(given)}`,
    );
    const parts = given + BigInt(line.feeFen) + BigInt(line.payableFen);
    hold(
      parts === net + BigInt(line.subsidyFen),
      () => `${name} is ${yuan(net + BigInt(line.subsidyFen))}, but households, fee and supplier make ${yuan(parts)}`,
      () => `${named}共 ${yuan(net + BigInt(line.subsidyFen))}，而农户、服务费和供应商合计为 ${yuan(parts)}`,
    );
    outOfPart.add(line.supplierOrderId, net);
    subsidyOfLine.add(line.lineId, line.subsidyFen);
    splitOfLine.add(line.lineId, parts);
    for (const sum of STATED) bySupplier.add(`${line.runId} ${line.supplierId} ${sum}`, line[sum]);
  }

  const { closed, open } = await supplierOrders(folder, books, { lateOfPart, outOfPart });
  await subsidies(folder, books, subsidyOfLine);
  mustExplain(books, open, subsidyOfLine);
  await wholeLines(folder, closed, { splitOfLine, subsidyOfLine });
  return { closed: closed.size, settled, bySupplier };
}

/**
 * What lies in clearing is of open orders, or a funder's money on its way to the line it belongs to.
 * @param {import('./books.mjs').Books} books
 * @param {bigint} open
 * @param {Sums} subsidyOfLine
 */
function mustExplain(books, open, subsidyOfLine) {
  const waiting = books.byCode('orderClearing') - open;
  const received =
    books.byTransferCode.of('subsidy.receive') -
    [...subsidyOfLine.keys()].reduce((sum, id) => sum + subsidyOfLine.of(id), 0n);
  hold(
    waiting === received,
    () => `clearing holds ${yuan(waiting)} that no open order and no funder's payment explains (${yuan(received)})`,
    () => `清算账户中有 ${yuan(waiting)} 既不属于未了结的订单，也不是出资方的款项（${yuan(received)}）`,
  );
}

/**
 * Of a line of a closed order fee, households and supplier have what was paid and not given back before it was settled.
 * @param {import('./read.mjs').Folder} folder
 * @param {ReadonlyMap<string, string>} closed their states
 * @param {{ splitOfLine: Sums, subsidyOfLine: Sums }} sums
 */
async function wholeLines(folder, closed, { splitOfLine, subsidyOfLine }) {
  for await (const line of folder.rows('order-lines')) {
    // Of what was cancelled nothing is settled: there the order as a whole is what was looked at.
    if (closed.get(line.supplierOrderId) !== 'released') continue;
    const stays = BigInt(line.amountFen) - BigInt(line.refundedFen);
    hold(
      splitOfLine.of(line.id) - subsidyOfLine.of(line.id) === stays,
      () =>
        `of line ${line.id} ${yuan(stays)} was paid and not given back, but households, fee and supplier had ${yuan(splitOfLine.of(line.id))}`,
      () =>
        `订单行 ${line.id} 付而未退的为 ${yuan(stays)}，而农户、服务费和供应商共得 ${yuan(splitOfLine.of(line.id))}`,
    );
  }
}
