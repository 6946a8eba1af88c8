import { hold, Sums, yuan } from './read.mjs';

/**
 * @typedef {{ id: string, code: string, supplierId: string | null, ownerId: string | null, normalSide: 'debit' | 'credit',
 *   constrained: boolean, debitsFen: string | null, creditsFen: string | null, trialDebitsFen: string, trialCreditsFen: string }} Account
 * @typedef {{ accounts: Map<string, Account>, debits: Sums, credits: Sums, byCode: (code: string) => bigint, balanceOf: (account: Account) => bigint,
 *   paidIn: Sums, byTransferCode: Sums, shared: Map<string, Shared>, bySource: Sums, rules: Map<string, Set<string>>, movedFor: Sums,
 *   cameBack: Sums, adjusted: Sums, netted: Sums, gaveBack: Sums }} Books
 * @typedef {{ fen: bigint, debitAccount: string, creditAccount: string, code: string, sourceId: string, ruleVersion: string }} Shared
 */

const MOVES = new Set(['posted', 'postPending']);
const ENDS = new Set(['postPending', 'voidPending', 'expirePending']);
/** Sources of transfers whose sums are held against what the export says of each. */
const SUMMED = new Set(['supplierOrder', 'creditNote', 'dispute', 'subsidyReceipt', 'subsidyReturn', 'bankTransfer']);

/**
 * Every transfer by itself, and what they make of the accounts. One transfer takes from one account what it gives to one other, so that
 * every group nets to nothing once each of its transfers is sound; those of one group were booked at one moment, by one rule.
 * `paidIn` holds sums by run, account and code; `shared` each transfer to a household or collective, by its id; `bySource` sums of a
 * supplier order, a credit note, a dispute or a receipt, by code; `rules` the rule versions that a run's fees, payables and subsidies
 * were booked by, by run and code;
 * `movedFor` what left each account for a line of a payout list, `cameBack` what banks sent back to each, `adjusted` what moved for each
 * adjustment from one account to another, `netted` what was taken from each account for what its owner is to give back, `gaveBack`
 * what of rebates went back from each account.
 * @param {import('./read.mjs').Folder} folder
 * @returns {Promise<Books>}
 */
export async function replay(folder) {
  /** @type {Map<string, Account>} */
  const accounts = new Map();
  for await (const account of folder.rows('accounts')) accounts.set(account.id, /** @type {Account} */ (account));

  const debits = new Sums();
  const credits = new Sums();
  const paidIn = new Sums();
  /** @type {Map<string, Shared>} */
  const shared = new Map();
  const bySource = new Sums();
  /** @type {Map<string, Set<string>>} */
  const rules = new Map();
  /** @type {Map<string, string>} */
  const groups = new Map();
  const byTransferCode = new Sums();
  const movedFor = new Sums();
  const cameBack = new Sums();
  const adjusted = new Sums();
  const netted = new Sums();
  const gaveBack = new Sums();
  const known = new Set();
  /** @type {Map<string, bigint>} */
  const pending = new Map();
  const resolved = new Set();
  for await (const transfer of folder.rows('transfers')) {
    mustBeSound(transfer, { accounts, known, pending, resolved });
    mustBeOfItsGroup(transfer, groups);
    const { id, debitAccount, creditAccount, amountFen, code, kind, sourceKind, sourceId, ruleVersion } = transfer;
    if (!MOVES.has(kind)) continue;
    debits.add(debitAccount, amountFen);
    credits.add(creditAccount, amountFen);
    byTransferCode.add(code, amountFen);
    if (sourceKind === 'settlementRun') {
      paidIn.add(`${sourceId} ${creditAccount} ${code}`, amountFen);
      rules.set(`${sourceId} ${code}`, (rules.get(`${sourceId} ${code}`) ?? new Set()).add(ruleVersion));
    }
    if (code.startsWith('share.'))
      shared.set(id, { fen: BigInt(amountFen), debitAccount, creditAccount, code, sourceId, ruleVersion });
    if (SUMMED.has(sourceKind)) bySource.add(`${sourceId} ${code}`, amountFen);
    if (sourceKind === 'payoutItem') movedFor.add(`${sourceId} ${debitAccount}`, amountFen);
    if (code === 'payout.bounce') cameBack.add(creditAccount, amountFen);
    if (sourceKind === 'adjustment') adjusted.add(`${sourceId} ${debitAccount} ${creditAccount}`, amountFen);
    if (code === 'settle.netted') netted.add(debitAccount, amountFen);
    if (code === 'rebate.back') gaveBack.add(debitAccount, amountFen);
  }

  /** @param {Account} account */
  const balanceOf = ({ id, normalSide }) =>
    normalSide === 'credit' ? credits.of(id) - debits.of(id) : debits.of(id) - credits.of(id);
  /** @param {string} code */
  const byCode = (code) =>
    [...accounts.values()]
      .filter((account) => account.code === code)
      .reduce((sum, account) => sum + balanceOf(account), 0n);
  const sums = { paidIn, byTransferCode, shared, bySource, rules, movedFor, cameBack, adjusted, netted, gaveBack };
  return { accounts, debits, credits, byCode, balanceOf, ...sums };
}

/**
 * One transfer by itself: there once, of something, between two accounts that are there; what it ends was set aside before, and once.
 * @param {import('./read.mjs').Row} transfer
 * @param {{ accounts: ReadonlyMap<string, Account>, known: Set<string>, pending: Map<string, bigint>, resolved: Set<string> }} sofar
 */
function mustBeSound(transfer, { accounts, known, pending, resolved }) {
  const { id, debitAccount, creditAccount, amountFen, code, kind, pendingId } = transfer;
  const what = () => `transfer ${id} (${code})`;
  const said = () => `分录 ${id}（${code}）`;
  hold(
    !known.has(id),
    () => `${what()} is there twice`,
    () => `${said()}出现了两次`,
  );
  known.add(id);
  hold(
    /^[1-9]\d*$/.test(amountFen),
    () => `${what()} moves ${amountFen} fen: it has to be a whole number above nothing`,
    () => `${said()}的金额为 ${amountFen} 分：必须是大于零的整数`,
  );
  hold(
    accounts.has(debitAccount) && accounts.has(creditAccount),
    () => `${what()} names an account that is not there`,
    () => `${said()}所记的账户不存在`,
  );
  hold(
    isRuleVersion(transfer.ruleVersion),
    () => `${what()} does not say by which version of which rule`,
    () => `${said()}没有写明依据哪条规则的哪个版本`,
  );
  hold(
    debitAccount !== creditAccount,
    () => `${what()} takes from the account it gives to`,
    () => `${said()}的借方和贷方是同一账户`,
  );
  hold(
    ENDS.has(kind) === (pendingId !== null),
    () => `${what()} is ${kind} and ${pendingId ? 'names' : 'does not name'} what it ends`,
    () => `${said()}类型为 ${kind}，却${pendingId ? '写明' : '没有写明'}它了结的是哪一笔`,
  );
  if (kind === 'pending') pending.set(id, BigInt(amountFen));
  if (pendingId !== null) {
    hold(
      pending.has(pendingId),
      () => `${what()} ends something that was never set aside`,
      () => `${said()}了结的是从未冻结过的款项`,
    );
    hold(
      !resolved.has(pendingId),
      () => `${what()} ends what had been ended before`,
      () => `${said()}了结的款项此前已经了结`,
    );
    hold(
      BigInt(amountFen) <= (pending.get(pendingId) ?? 0n),
      () => `${what()} ends more than was set aside`,
      () => `${said()}了结的金额超过冻结的金额`,
    );
    resolved.add(pendingId);
  }
}

/** @param {unknown} words */
export const isRuleVersion = (words) =>
  typeof words === 'string' && /^[A-Za-z][A-Za-z.]*@([1-9]\d*|\d{4}-\d\d-\d\d)$/.test(words);

/**
 * What was booked together was booked at one moment, for one day, by one rule: a transfer that was slipped into a group was not.
 * @param {import('./read.mjs').Row} transfer
 * @param {Map<string, string>} groups
 */
function mustBeOfItsGroup({ id, code, groupId, businessDate, postedAt, ruleVersion }, groups) {
  const told = `${businessDate} ${postedAt} ${ruleVersion}`;
  const known = groups.get(groupId) ?? told;
  groups.set(groupId, known);
  hold(
    typeof groupId === 'string' && known === told,
    () => `transfer ${id} (${code}) was not booked with the others of its group: ${told}, and not ${known}`,
    () => `分录 ${id}（${code}）与同组其他分录不是一起记的：${told}，而不是 ${known}`,
  );
}

/**
 * Every balance row is what replaying the transfers gives, and no account that may not owe does.
 * @param {Books} books
 */
export function balances({ accounts, debits, credits, balanceOf }) {
  let checked = 0;
  for (const account of accounts.values()) {
    const name = `account ${account.code} of ${account.supplierId ?? account.ownerId ?? 'the platform'}`;
    const named = `账户 ${account.code}（${account.supplierId ?? account.ownerId ?? '平台'}）`;
    checked += 1;
    hold(
      BigInt(account.trialDebitsFen) === debits.of(account.id) &&
        BigInt(account.trialCreditsFen) === credits.of(account.id),
      () => `the trial balance of ${name} is not what its transfers say`,
      () => `${named}的试算余额与其分录不符`,
    );
    if (!account.constrained) continue;
    hold(
      account.debitsFen !== null && account.creditsFen !== null,
      () => `${name} has no balance`,
      () => `${named}没有余额记录`,
    );
    hold(
      BigInt(account.debitsFen) === debits.of(account.id) && BigInt(account.creditsFen) === credits.of(account.id),
      () =>
        `${name} says ${yuan(account.debitsFen ?? 0n)} out and ${yuan(account.creditsFen ?? 0n)} in, its transfers say ${yuan(debits.of(account.id))} and ${yuan(credits.of(account.id))}`,
      () =>
        `${named}记借方 ${yuan(account.debitsFen ?? 0n)}、贷方 ${yuan(account.creditsFen ?? 0n)}，分录合计为 ${yuan(debits.of(account.id))} 和 ${yuan(credits.of(account.id))}`,
    );
    hold(
      balanceOf(account) >= 0n,
      () => `${name} is ${yuan(balanceOf(account))}: it may not be below nothing`,
      () => `${named}余额为 ${yuan(balanceOf(account))}：不得为负`,
    );
  }
  return checked;
}
