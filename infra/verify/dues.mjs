import { hold, Sums, yuan } from './read.mjs';

/** @param {import('./read.mjs').Row} of */
const whoseOf = ({ supplierId, payeeId, agreementId, kind }) => `${supplierId} ${payeeId} ${agreementId} ${kind}`;

/**
 * Every debt to a household or collective: what was paid of it is what its shares say less what of them went back, never more than it is, and what is left of all of
 * them is what the supplier's account of debts holds.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
export async function dues(folder, { accounts, balanceOf }) {
  const paid = new Sums();
  const payees = new Sums();
  /** @type {Map<string, string>} */
  const whose = new Map();
  for await (const share of folder.rows('shares')) {
    paid.add(share.obligationId, share.amountFen);
    const known = whose.get(share.obligationId) ?? whoseOf(share);
    whose.set(share.obligationId, known === whoseOf(share) ? known : '');
    payees.add(share.payeeId, share.amountFen);
  }
  for await (const { obligationId, payeeId, amountFen } of folder.rows('shares-back')) {
    paid.add(obligationId, -BigInt(amountFen));
    payees.add(payeeId, -BigInt(amountFen));
  }
  const open = new Sums();
  const known = new Set();
  let read = 0;
  for await (const debt of folder.rows('obligations')) {
    read += 1;
    known.add(debt.id);
    const name = `debt ${debt.id} (${debt.kind})`;
    const named = `应付 ${debt.id}（${debt.kind}）`;
    hold(
      paid.of(debt.id) === BigInt(debt.fundedFen),
      () => `${name} says ${yuan(debt.fundedFen)} was paid, its shares say ${yuan(paid.of(debt.id))}`,
      () => `${named}记已付 ${yuan(debt.fundedFen)}，其分成合计为 ${yuan(paid.of(debt.id))}`,
    );
    const said = whose.get(debt.id) ?? whoseOf(debt);
    hold(
      said === whoseOf(debt),
      () =>
        `${name} is of another supplier, payee, agreement or kind than its shares: ${whoseOf(debt)}, and not ${said}`,
      () => `${named}与其分成的供应商、收款人、协议或种类不同：${whoseOf(debt)}，而不是 ${said}`,
    );
    const left =
      BigInt(debt.amountFen) -
      BigInt(debt.fundedFen) -
      BigInt(debt.outsideFen) -
      BigInt(debt.carriedFen) -
      BigInt(debt.reversedFen);
    hold(
      left >= 0n,
      () => `${name} of ${yuan(debt.amountFen)} was paid by ${yuan(-left)} too much`,
      () => `${named}共 ${yuan(debt.amountFen)}，多付了 ${yuan(-left)}`,
    );
    open.add(debt.supplierId, left);
  }
  for (const id of paid.keys())
    hold(
      known.has(id),
      () => `shares are of debt ${id}, which is not there`,
      () => `有分成属于应付 ${id}，而它不存在`,
    );
  mustBeBooked({ accounts, balanceOf }, { open, payees });
  return read;
}

/**
 * What is open of debts is what suppliers' accounts hold, and what a payee has to its credit came by its shares.
 * @param {Pick<import('./books.mjs').Books, 'accounts' | 'balanceOf'>} books
 * @param {{ open: Sums, payees: Sums }} said
 */
function mustBeBooked({ accounts, balanceOf }, { open, payees }) {
  for (const account of accounts.values()) {
    if (account.code === 'supplierDebt' && account.supplierId)
      hold(
        balanceOf(account) === open.of(account.supplierId),
        () =>
          `supplier ${account.supplierId} owes ${yuan(open.of(account.supplierId ?? ''))} by its debts, ${yuan(balanceOf(account))} by the ledger`,
        () =>
          `供应商 ${account.supplierId} 按应付明细欠 ${yuan(open.of(account.supplierId ?? ''))}，按账本欠 ${yuan(balanceOf(account))}`,
      );
    if (account.code === 'householdPayable' && account.ownerId)
      hold(
        balanceOf(account) <= payees.of(account.ownerId),
        () =>
          `payee ${account.ownerId} has ${yuan(balanceOf(account))} to its credit, its shares say ${yuan(payees.of(account.ownerId))}`,
        () =>
          `收款人 ${account.ownerId} 账上有 ${yuan(balanceOf(account))}，其分成合计为 ${yuan(payees.of(account.ownerId ?? ''))}`,
      );
  }
  const withAccount = new Set(
    [...accounts.values()].filter(({ code }) => code === 'supplierDebt').map(({ supplierId }) => supplierId),
  );
  for (const supplier of open.keys())
    hold(
      open.of(supplier) === 0n || withAccount.has(supplier),
      () => `supplier ${supplier} owes, and the ledger has no account for it`,
      () => `供应商 ${supplier} 有欠款，账本中却没有它的账户`,
    );
}
