import { hold, Sums, yuan } from './read.mjs';

const DECIDED = new Set(['approved', 'posted']);

/**
 * What was put right with suppliers: decided by somebody else than who proposed it, and booked as it says once it stands on a statement;
 * a refund of goods that were settled, and what is written off, from its approval on. Nothing else is booked as one. `open` is what of
 * these stands on no statement yet, above nothing where the supplier has it.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
export async function adjustments(folder, { accounts, adjusted }) {
  const ids = new Map([...accounts.values()].map((one) => [`${one.code} ${one.supplierId ?? ''}`, one.id]));
  /** @param {string} code */
  const idOf = (code, supplierId = '') => ids.get(`${code} ${supplierId}`) ?? '';
  const [platform, clearing] = [idOf('platformAdjustment'), idOf('orderClearing')];
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
    const booksAtOnce = isLate || isOff;
    const payable = idOf('supplierPayable', one.supplierId);
    const receivable = idOf('supplierReceivable', one.supplierId);
    const way = isOff
      ? [platform, receivable]
      : isLate
        ? [receivable, clearing]
        : fen > 0n
          ? [platform, payable]
          : [receivable, platform];
    const key = `${one.id} ${way.join(' ')}`;
    known.add(key);
    const says = booksAtOnce || one.state === 'posted' ? size : 0n;
    hold(
      !isOff || fen > 0n,
      () => `${name} takes ${yuan(-fen)} from the supplier: a write-off only gives`,
      () => `${named}向供应商收取 ${yuan(-fen)}：核销只能减免`,
    );
    hold(
      adjusted.of(key) === says,
      () => `${name} is ${yuan(one.amountFen)} and ${one.state}, the ledger moved ${yuan(adjusted.of(key))} for it`,
      () => `${named}金额为 ${yuan(one.amountFen)}，状态 ${one.state}，账本为它记了 ${yuan(adjusted.of(key))}`,
    );
    // A write-off gives a supplier nothing: it lowers what is to be given back.
    if (isOff) writtenOff.add(receivable, says);
    else booked.add(way[fen > 0n ? 1 : 0] ?? '', says);
    if (one.statementId !== null) onStatement.add(`${one.statementId} ${one.kind}`, fen);
    if (isLate) lateOfPart.add(one.supplierOrderId, size);
    if (booksAtOnce && one.statementId === null) open.add(one.supplierId, fen);
  }
  for (const key of adjusted.keys())
    hold(
      known.has(key),
      () => `the ledger moved ${yuan(adjusted.of(key))} for an adjustment that is not there`,
      () => `账本为一项不存在的调整记了 ${yuan(adjusted.of(key))}`,
    );
  return { onStatement, lateOfPart, booked, writtenOff, open };
}
