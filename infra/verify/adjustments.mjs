import { hold, Sums, yuan } from './read.mjs';

const DECIDED = new Set(['approved', 'posted']);
const FUNDERS = new Set(['funderDebt', 'funderCredit', 'platformSubsidy']);

/**
 * From which account to which an adjustment goes: of what a funder has back, or does not pay, to any of the funders' accounts; of rebates
 * that go back, from those of the households whose they were.
 * @param {import('./read.mjs').Row} one
 * @param {{ idOf: (code: string, supplierId?: string) => string, funders: readonly string[], givers: readonly string[] }} books
 * @returns {[string, string][]}
 */
function waysOf({ kind, amountFen, supplierId }, { idOf, funders, givers }) {
  const platform = idOf('platformAdjustment');
  const receivable = idOf('supplierReceivable', supplierId);
  switch (kind) {
    case 'subsidyBack':
      return funders.map((id) => [receivable, id]);
    case 'subsidyOff':
      return funders.map((id) => [idOf('supplierSubsidy', supplierId), id]);
    case 'rebateBack':
      return givers.map((id) => [id, receivable]);
    case 'writeOff':
      return [[platform, receivable]];
    case 'lateRefund':
      return [[receivable, idOf('orderClearing')]];
    default:
      return BigInt(amountFen) > 0n ? [[platform, idOf('supplierPayable', supplierId)]] : [[receivable, platform]];
  }
}

/**
 * What of households' rebates went back for which adjustment, by the account it came from.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @returns {Promise<Map<string, Sums>>}
 */
async function sharesBack(folder, { accounts }) {
  const accountOf = new Map(
    [...accounts.values()].filter(({ code }) => code === 'householdPayable').map((one) => [one.ownerId, one.id]),
  );
  const back = new Map();
  for await (const { adjustmentId, payeeId, amountFen } of folder.rows('shares-back')) {
    const sums = back.get(adjustmentId) ?? new Sums();
    sums.add(accountOf.get(payeeId) ?? `an account of ${payeeId}`, amountFen);
    back.set(adjustmentId, sums);
  }
  return back;
}

/**
 * Of rebates that went back each household gave what the shares of its debts say.
 * @param {string} id of the adjustment
 * @param {Sums} back by account
 * @param {string} receivable
 * @param {Sums} adjusted
 */
function mustBeOfShares(id, back, receivable, adjusted) {
  for (const account of back.keys()) {
    const moved = adjusted.of(`${id} ${account} ${receivable}`);
    hold(
      moved === back.of(account),
      () =>
        `of rebates ${yuan(back.of(account))} went back from ${account} by its shares, ${yuan(moved)} by the ledger`,
      () => `返利按分成从 ${account} 冲回 ${yuan(back.of(account))}，账本记 ${yuan(moved)}`,
    );
  }
}

/**
 * What was put right with suppliers: decided by somebody else than who proposed it, and booked as it says once it stands on a statement;
 * a refund of goods that were settled, what funders have back with it, what of rebates goes back, and what is written off, from its
 * approval on. Nothing else is booked
 * as one. `open` is what of these stands on no statement yet, above nothing where the supplier has it; what funders did not pay a supplier
 * that leaves moves nothing of what it has.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
export async function adjustments(folder, books) {
  const { accounts, adjusted } = books;
  const ids = new Map([...accounts.values()].map((one) => [`${one.code} ${one.supplierId ?? ''}`, one.id]));
  /** @param {string} code */
  const idOf = (code, supplierId = '') => ids.get(`${code} ${supplierId}`) ?? '';
  const funders = [...accounts.values()].filter(({ code }) => FUNDERS.has(code)).map(({ id }) => id);
  const back = await sharesBack(folder, books);
  const onStatement = new Sums();
  const lateOfPart = new Sums();
  const booked = new Sums();
  const open = new Sums();
  const writtenOff = new Sums();
  const known = new Set();
  for await (const one of folder.rows('adjustments')) {
    const name = `adjustment ${one.id} (${one.kind})`;
    const named = `调整 ${one.id}（${one.kind}）`;
    if (!DECIDED.has(one.state)) continue;
    hold(
      one.decidedBy !== null && one.decidedBy !== one.proposedBy,
      () => `${name} was approved by who proposed it: it takes two`,
      () => `${named}由提出人自己批准：须由两人办理`,
    );
    const fen = BigInt(one.amountFen);
    const size = fen < 0n ? -fen : fen;
    const isLate = one.kind === 'lateRefund';
    const isOff = one.kind === 'writeOff';
    const booksAtOnce = one.kind !== 'correction';
    const payable = idOf('supplierPayable', one.supplierId);
    const receivable = idOf('supplierReceivable', one.supplierId);
    const givers = [...(back.get(one.id)?.keys() ?? [])];
    if (one.kind === 'rebateBack') mustBeOfShares(one.id, back.get(one.id) ?? new Sums(), receivable, adjusted);
    back.delete(one.id);
    const ways = waysOf(one, { idOf, funders, givers });
    const keys = ways.map((way) => `${one.id} ${way.join(' ')}`);
    for (const key of keys) known.add(key);
    const moved = keys.reduce((sum, key) => sum + adjusted.of(key), 0n);
    const says = booksAtOnce || one.state === 'posted' ? size : 0n;
    hold(
      !isOff || fen > 0n,
      () => `${name} takes ${yuan(-fen)} from the supplier: a write-off only gives`,
      () => `${named}向供应商收取 ${yuan(-fen)}：核销只能减免`,
    );
    hold(
      moved === says,
      () => `${name} is ${yuan(one.amountFen)} and ${one.state}, the ledger moved ${yuan(moved)} for it`,
      () => `${named}金额为 ${yuan(one.amountFen)}，状态 ${one.state}，账本为它记了 ${yuan(moved)}`,
    );
    // A write-off, and rebates that come back, give a supplier nothing: they lower what is to be given back.
    if (isOff || one.kind === 'rebateBack') writtenOff.add(receivable, says);
    else if (one.kind !== 'subsidyOff') booked.add(fen > 0n ? payable : receivable, says);
    if (one.statementId !== null) onStatement.add(`${one.statementId} ${one.kind}`, fen);
    if (isLate) lateOfPart.add(one.supplierOrderId, size);
    if (booksAtOnce && one.kind !== 'subsidyOff' && one.statementId === null) open.add(one.supplierId, fen);
  }
  for (const id of back.keys())
    hold(
      false,
      () => `rebates went back for adjustment ${id}, which is not there`,
      () => `有返利因调整 ${id} 冲回，而它不存在`,
    );
  for (const key of adjusted.keys())
    hold(
      known.has(key),
      () => `the ledger moved ${yuan(adjusted.of(key))} for an adjustment that is not there`,
      () => `账本为一项不存在的调整记了 ${yuan(adjusted.of(key))}`,
    );
  return { onStatement, lateOfPart, booked, writtenOff, open };
}
