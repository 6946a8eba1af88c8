import { hold, Sums, yuan } from './read.mjs';

/**
 * What each settled line gave to households, by run and line. A transfer to one of them is the sum of its shares: those of one run, one
 * supplier, one agreement and one kind, by one rule, and it goes to the account of the very payee that they name.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
export async function shares(folder, books) {
  const dues = new Sums();
  const byTransfer = new Sums();
  /** @type {Map<string, string>} */
  const alike = new Map();
  for await (const share of folder.rows('shares')) {
    dues.add(`${share.runId} ${share.lineId}`, share.amountFen);
    byTransfer.add(share.transferId, share.amountFen);
    mustBeCredited(share, books);
    const of = `${share.supplierId} ${share.agreementId}`;
    const known = alike.get(share.transferId) ?? of;
    alike.set(share.transferId, known);
    hold(
      known === of,
      () => `transfer ${share.transferId} has shares of two agreements: ${known} and ${of}`,
      () => `分录 ${share.transferId} 的分成属于两份协议：${known} 和 ${of}`,
    );
  }
  for (const id of new Set([...byTransfer.keys(), ...books.shared.keys()])) {
    const fen = books.shared.get(id)?.fen ?? 0n;
    hold(
      byTransfer.of(id) === fen,
      () => `transfer ${id} moves ${yuan(fen)}, its shares say ${yuan(byTransfer.of(id))}`,
      () => `分录 ${id} 转了 ${yuan(fen)}，其分成合计为 ${yuan(byTransfer.of(id))}`,
    );
  }
  return dues;
}

/**
 * @param {import('./read.mjs').Row} share
 * @param {import('./books.mjs').Books} books
 */
function mustBeCredited(share, { accounts, shared }) {
  const name = `a share of line ${share.lineId} for debt ${share.obligationId}`;
  const named = `订单行 ${share.lineId} 给应付 ${share.obligationId} 的分成`;
  const transfer = shared.get(share.transferId);
  hold(
    transfer !== undefined,
    () => `${name} names a transfer that is not there`,
    () => `${named}所记的分录不存在`,
  );
  const { creditAccount, debitAccount, code, sourceId, ruleVersion } = /** @type {import('./books.mjs').Shared} */ (
    transfer
  );
  const credited = accounts.get(creditAccount);
  hold(
    credited?.code === 'householdPayable' && credited.ownerId === share.payeeId,
    () => `${name} is of ${share.payeeId}, its transfer went to ${credited?.ownerId ?? credited?.code}`,
    () => `${named}属于 ${share.payeeId}，其分录却记给 ${credited?.ownerId ?? credited?.code}`,
  );
  hold(
    accounts.get(debitAccount)?.code === 'orderClearing' && code === `share.${share.kind}` && sourceId === share.runId,
    () => `${name} (${share.kind}) is of run ${share.runId}, its transfer is ${code} of ${sourceId}`,
    () => `${named}（${share.kind}）属于结算 ${share.runId}，其分录为 ${sourceId} 的 ${code}`,
  );
  hold(
    ruleVersion === share.ruleVersion,
    () => `${name} was given by ${share.ruleVersion}, its transfer was booked by ${ruleVersion}`,
    () => `${named}依据 ${share.ruleVersion}，其分录依据 ${ruleVersion}`,
  );
}
