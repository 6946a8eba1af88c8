import { hold, Sums, yuan } from './read.mjs';

const LEFT = new Set(['paid', 'returned']);

/**
 * Every line of a payout list took from its payee's account what it says, once, and only if it was paid; what a payee has to its credit
 * is what was settled for it less what was paid and what it gave back.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
export async function payouts(folder, { accounts, balanceOf, credits, movedFor, cameBack, netted, gaveBack }) {
  const accountOf = new Map(
    [...accounts.values()]
      .filter(({ code }) => code === 'supplierPayable' || code === 'householdPayable')
      .map((one) => [`${one.code} ${one.supplierId ?? one.ownerId}`, one]),
  );
  const paid = new Sums();
  let read = 0;
  for await (const item of folder.rows('payouts')) {
    read += 1;
    const key = item.payeeId === null ? `supplierPayable ${item.supplierId}` : `householdPayable ${item.payeeId}`;
    const name = `line ${item.id} of a payout list (${item.state})`;
    const named = `付款清单明细 ${item.id}（${item.state}）`;
    const account = accountOf.get(key);
    hold(
      account !== undefined,
      () => `${name} is of a payee without an account`,
      () => `${named}的收款人没有账户`,
    );
    const moved = movedFor.of(`${item.id} ${account?.id}`);
    const says = LEFT.has(item.state) ? BigInt(item.amountFen) : 0n;
    hold(
      moved === says,
      () => `${name} says ${yuan(says)} left, the ledger says ${yuan(moved)}`,
      () => `${named}记付出 ${yuan(says)}，账本记 ${yuan(moved)}`,
    );
    if (item.state === 'paid') paid.add(account?.id ?? '', item.amountFen);
  }
  for (const account of accountOf.values()) {
    const out = paid.of(account.id) + netted.of(account.id) + gaveBack.of(account.id);
    const left = credits.of(account.id) - cameBack.of(account.id) - out;
    hold(
      balanceOf(account) === left,
      () => `account ${account.id} holds ${yuan(balanceOf(account))}: ${yuan(left)} of what was settled was not paid`,
      () => `账户 ${account.id} 余额为 ${yuan(balanceOf(account))}，而已结算未付的为 ${yuan(left)}`,
    );
  }
  return read;
}
