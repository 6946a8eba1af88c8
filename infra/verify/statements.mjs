import { STATED } from './orders.mjs';
import { hold, Sums, yuan } from './read.mjs';

/**
 * A statement is the sum of its lines, and what it says a supplier got is what the books gave. From one to the next nothing is added to
 * what a supplier has to its credit that no statement says, but for what a bank sent back.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @param {Sums} lines sums of the settled lines by run, supplier and column
 */
export async function statements(folder, { accounts, debits, credits, paidIn, cameBack }, lines) {
  const payable = new Map(
    [...accounts.values()].filter(({ code }) => code === 'supplierPayable').map((one) => [one.supplierId, one.id]),
  );
  const fees = new Sums();
  const said = new Sums();
  /** @type {Map<string, string>} */
  const last = new Map();
  let read = 0;
  for await (const statement of folder.rows('statements')) {
    read += 1;
    const { runId, supplierId, periodEnd } = statement;
    const name = `the statement of supplier ${supplierId} to ${periodEnd}`;
    for (const column of STATED) {
      const sum = lines.of(`${runId} ${supplierId} ${column}`);
      hold(
        sum === BigInt(statement[column]),
        () => `${name} says ${yuan(statement[column])} as ${column}, its lines say ${yuan(sum)}`,
      );
    }
    const account = payable.get(supplierId) ?? '';
    const booked = paidIn.of(`${runId} ${account} settle.payable`);
    hold(
      booked === BigInt(statement.payableFen),
      () => `${name} says ${yuan(statement.payableFen)} payable, the ledger says ${yuan(booked)}`,
    );
    hold(
      BigInt(statement.openingFen) + BigInt(statement.payableFen) === BigInt(statement.closingFen),
      () => `${name} does not go from its opening to its closing balance`,
    );
    const before = BigInt(last.get(supplierId) ?? 0n);
    const left = debits.of(account) > 0n;
    hold(
      left ? BigInt(statement.openingFen) <= before + cameBack.of(account) : BigInt(statement.openingFen) === before,
      () => `${name} opens with ${yuan(statement.openingFen)}, the one before closed with ${yuan(before)}`,
    );
    last.set(supplierId, statement.closingFen);
    fees.add(runId, statement.feeFen);
    said.add(account, statement.payableFen);
  }
  const feeAccount = [...accounts.values()].find(({ code }) => code === 'platformFee')?.id ?? '';
  for (const runId of fees.keys())
    hold(
      paidIn.of(`${runId} ${feeAccount} settle.fee`) === fees.of(runId),
      () => `the fees of run ${runId} are not what the ledger says`,
    );
  for (const account of payable.values())
    hold(
      said.of(account) === credits.of(account) - cameBack.of(account),
      () => `account ${account} was given ${yuan(credits.of(account))}, its statements say ${yuan(said.of(account))}`,
    );
  return read;
}
