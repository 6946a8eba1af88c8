import { isRuleVersion } from './books.mjs';
import { STATED } from './orders.mjs';
import { hold, Sums, yuan } from './read.mjs';

/** What a statement says, and what it is made of, in Chinese. */
const COLUMNS = /** @type {const} */ ({
  grossFen: '销售额',
  refundFen: '退款',
  subsidyFen: '优惠补贴',
  feeFen: '服务费',
  farmerDuesFen: '农户应得',
  payableFen: '应付',
  adjustmentFen: '调整',
  lateRefundFen: '结算后退款',
  payoutFen: '付款',
});
const PARTS = /** @type {const} */ ({ lines: '明细', adjustments: '调整', payments: '付款' });

/** Statements before this say nothing of payments, and open with what the books held on the day. */
const FIRST_RULE = 'settlement.run@1';

/**
 * What of payments to suppliers stands on which statement, each once.
 * @param {import('./read.mjs').Folder} folder
 */
async function payments(folder) {
  const onStatement = new Sums();
  const stated = new Sums();
  const known = new Set();
  for await (const { itemId, event, supplierId, statementId, amountFen } of folder.rows('statement-payouts')) {
    hold(
      !known.has(`${itemId} ${event}`),
      () => `payment ${itemId} (${event}) stands on two statements`,
      () => `付款 ${itemId}（${event}）列入了两张结算单`,
    );
    known.add(`${itemId} ${event}`);
    const fen = event === 'pay' ? BigInt(amountFen) : -BigInt(amountFen);
    stated.add(supplierId, fen);
    if (statementId !== null) onStatement.add(statementId, fen);
  }
  return { onStatement, stated };
}

/** @param {import('./read.mjs').Folder} folder @returns {Promise<Map<string, import('./read.mjs').Row>>} */
async function runsOf(folder) {
  const runs = new Map();
  for await (const run of folder.rows('runs')) runs.set(run.id, run);
  return runs;
}

/**
 * A statement is of a run that is there, to its day, and by the rule by which its fees and payables were booked; no older rule comes after a newer one.
 * @param {{ name: string, named: string }} called
 * @param {import('./read.mjs').Row} statement
 * @param {{ run: import('./read.mjs').Row | undefined, books: import('./books.mjs').Books,
 *   before: import('./read.mjs').Row | undefined }} told
 */
function mustBeByItsRule({ name, named }, { runId, periodEnd, ruleVersion }, { run, books, before }) {
  hold(
    run !== undefined && run.periodEnd === periodEnd,
    () => `${name} is of run ${runId}, which ${run ? `goes to ${run.periodEnd}` : 'is not there'}`,
    () => `${named}属于结算 ${runId}，而它${run ? `截至 ${run.periodEnd}` : '不存在'}`,
  );
  const booked = ['settle.payable', 'settle.fee'].flatMap((code) => [...(books.rules.get(`${runId} ${code}`) ?? [])]);
  const other = booked.find((rule) => rule !== ruleVersion);
  // The first runs kept no list.
  const listed = run?.ruleVersions.length > 0 ? run?.ruleVersions : null;
  hold(
    isRuleVersion(ruleVersion) && other === undefined && (!listed || listed.includes(ruleVersion)),
    () => `${name} is by ${ruleVersion}, its run by ${other ?? listed?.join(', ')}`,
    () => `${named}依据 ${ruleVersion}，其结算依据 ${other ?? listed?.join('、')}`,
  );
  hold(
    ruleVersion !== FIRST_RULE || before === undefined || before.ruleVersion === FIRST_RULE,
    () => `${name} is by ${ruleVersion}, the one before by a newer rule`,
    () => `${named}依据 ${ruleVersion}，上一张依据的规则更新`,
  );
}

/**
 * A statement is the sum of its lines, its adjustments and its payments, and what it says a supplier got is what the books gave. It opens
 * with what the one before closed with, and the last one closes with what the books hold, but for what has moved since.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @param {{ lines: Sums, onStatement: Sums, booked: Sums, writtenOff: Sums, open: Sums }} parts sums of the settled lines by run, supplier and column;
 *   of adjustments by statement and kind and by account; of late refunds and write-offs on no statement yet by supplier
 */
export async function statements(folder, books, { lines, onStatement, booked, writtenOff, open }) {
  const { accounts, debits, paidIn, cameBack } = books;
  const payable = accountsOf(accounts, 'supplierPayable');
  const receivable = accountsOf(accounts, 'supplierReceivable');
  const paid = await payments(folder);
  const runs = await runsOf(folder);
  const fees = new Sums();
  const said = new Sums();
  /** @type {Map<string, import('./read.mjs').Row>} */
  const last = new Map();
  let read = 0;
  for await (const statement of folder.rows('statements')) {
    read += 1;
    const { id, runId, supplierId, periodEnd } = statement;
    const name = `the statement of supplier ${supplierId} to ${periodEnd}`;
    const named = `供应商 ${supplierId} 截至 ${periodEnd} 的结算单`;
    const before = last.get(supplierId);
    mustBeByItsRule({ name, named }, statement, {
      ...{ run: runs.get(runId), books, before },
    });
    /** @param {keyof typeof COLUMNS} column @param {bigint} sum @param {keyof typeof PARTS} who */
    const says = (column, sum, who) =>
      hold(
        sum === BigInt(statement[column]),
        () => `${name} says ${yuan(statement[column])} as ${column}, its ${who} say ${yuan(sum)}`,
        () => `${named}的${COLUMNS[column]}为 ${yuan(statement[column])}，其${PARTS[who]}合计为 ${yuan(sum)}`,
      );
    for (const column of STATED) says(column, lines.of(`${runId} ${supplierId} ${column}`), 'lines');
    says('adjustmentFen', changed(onStatement, id), 'adjustments');
    says('lateRefundFen', -onStatement.of(`${id} lateRefund`), 'adjustments');
    says('payoutFen', paid.onStatement.of(id), 'payments');
    const account = payable.get(supplierId)?.id ?? '';
    const back = receivable.get(supplierId)?.id ?? '';
    const given = paidIn.of(`${runId} ${account} settle.payable`);
    hold(
      given === BigInt(statement.payableFen),
      () => `${name} says ${yuan(statement.payableFen)} payable, the ledger says ${yuan(given)}`,
      () => `${named}记应付 ${yuan(statement.payableFen)}，账本记 ${yuan(given)}`,
    );
    const taken = paidIn.of(`${runId} ${back} settle.netted`);
    hold(
      taken === BigInt(statement.nettedFen),
      () => `${name} says ${yuan(statement.nettedFen)} was netted, the ledger says ${yuan(taken)}`,
      () => `${named}记抵扣 ${yuan(statement.nettedFen)}，账本记 ${yuan(taken)}`,
    );
    hold(
      closes(statement),
      () => `${name} does not go from its opening to its closing balance`,
      () => `${named}由期初余额算不出期末余额`,
    );
    mustFollow({ name, named }, statement, before, {
      left: debits.of(account) > 0n,
      back: cameBack.of(account),
    });
    last.set(supplierId, statement);
    fees.add(runId, statement.feeFen);
    said.add(account, statement.payableFen);
  }
  const feeAccount = [...accounts.values()].find(({ code }) => code === 'platformFee')?.id ?? '';
  for (const runId of fees.keys())
    hold(
      paidIn.of(`${runId} ${feeAccount} settle.fee`) === fees.of(runId),
      () => `the fees of run ${runId} are not what the ledger says`,
      () => `结算 ${runId} 的服务费与账本不符`,
    );
  mustHold(books, { payable, receivable, said, booked, last, stated: paid.stated, writtenOff, open });
  return read;
}

/**
 * @param {Map<string, import('./books.mjs').Account>} accounts
 * @param {string} code
 */
function accountsOf(accounts, code) {
  return new Map([...accounts.values()].filter((one) => one.code === code).map((one) => [one.supplierId ?? '', one]));
}

/**
 * What was put right on a statement, but for what went back to buyers, which stands apart.
 * @param {Sums} onStatement
 * @param {string} id
 */
function changed(onStatement, id) {
  return ['correction', 'writeOff', 'subsidyBack', 'rebateBack'].reduce(
    (sum, kind) => sum + onStatement.of(`${id} ${kind}`),
    0n,
  );
}

/** @param {import('./read.mjs').Row} statement */
function closes({ openingFen, payableFen, adjustmentFen, lateRefundFen, payoutFen, closingFen }) {
  const comes = BigInt(openingFen) + BigInt(payableFen) + BigInt(adjustmentFen);
  return comes - BigInt(lateRefundFen) - BigInt(payoutFen) === BigInt(closingFen);
}

/**
 * @param {{ name: string, named: string }} called
 * @param {import('./read.mjs').Row} statement
 * @param {import('./read.mjs').Row | undefined} before
 * @param {{ left: boolean, back: bigint }} bank whether anything was ever paid out, and what came back
 */
function mustFollow({ name, named }, { ruleVersion, openingFen }, before, { left, back }) {
  const [opening, closed] = [BigInt(openingFen), BigInt(before?.closingFen ?? 0n)];
  const isFirst = ruleVersion === FIRST_RULE || before?.ruleVersion === FIRST_RULE;
  hold(
    isFirst && left ? opening <= closed + back : opening === closed,
    () => `${name} opens with ${yuan(opening)}, the one before closed with ${yuan(closed)}`,
    () => `${named}期初为 ${yuan(opening)}，上一张期末为 ${yuan(closed)}`,
  );
}

/**
 * What suppliers have, and are to give back, is what their statements and adjustments say, and the last one closes with it but for what has
 * moved since.
 * @param {import('./books.mjs').Books} books
 * @param {{ payable: Map<string, import('./books.mjs').Account>, receivable: Map<string, import('./books.mjs').Account>, said: Sums, booked: Sums,
 *   last: Map<string, import('./read.mjs').Row>, stated: Sums, writtenOff: Sums, open: Sums }} told
 */
function mustHold(
  { debits, credits, cameBack, netted, balanceOf },
  { payable, receivable, said, booked, last, stated, writtenOff, open },
) {
  for (const [supplierId, { id }] of receivable)
    hold(
      booked.of(id) === debits.of(id),
      () =>
        `supplier ${supplierId} was to give back ${yuan(debits.of(id))}, its adjustments say ${yuan(booked.of(id))}`,
      () => `供应商 ${supplierId} 应退 ${yuan(debits.of(id))}，其调整合计为 ${yuan(booked.of(id))}`,
    );
  for (const [supplierId, { id }] of receivable) {
    const given = netted.of(payable.get(supplierId)?.id ?? '') + writtenOff.of(id);
    hold(
      credits.of(id) === given,
      () =>
        `supplier ${supplierId} gave back ${yuan(credits.of(id))} by the ledger, ${yuan(given)} was netted, written off and had of rebates`,
      () => `供应商 ${supplierId} 按账本退还 ${yuan(credits.of(id))}，而抵扣、核销和冲回返利合计为 ${yuan(given)}`,
    );
  }
  for (const [supplierId, account] of payable) {
    const { id } = account;
    const says = said.of(id) + booked.of(id);
    hold(
      says === credits.of(id) - cameBack.of(id),
      () => `account ${id} was given ${yuan(credits.of(id))}, its statements say ${yuan(says)}`,
      () => `账户 ${id} 记入 ${yuan(credits.of(id))}，其结算单合计为 ${yuan(says)}`,
    );
    const back = receivable.get(supplierId);
    const newest = last.get(supplierId);
    if (!newest || newest.ruleVersion === FIRST_RULE) continue;
    const moved = debits.of(id) - netted.of(id) - cameBack.of(id) - stated.of(supplierId);
    const holds = balanceOf(account) - (back ? balanceOf(back) : 0n);
    const closed = BigInt(newest.closingFen) - moved + open.of(supplierId);
    hold(
      holds === closed,
      () => `supplier ${supplierId} has ${yuan(holds)} by the ledger, ${yuan(closed)} by its last statement`,
      () => `供应商 ${supplierId} 按账本有 ${yuan(holds)}，按最后一张结算单有 ${yuan(closed)}`,
    );
  }
}
