import { hold, Sums, yuan } from './read.mjs';

/**
 * What went back to funders out of what they have back: each movement of the bank once, and as much in the ledger.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
async function returns(folder, { bySource, byTransferCode }) {
  const references = new Set();
  let sum = 0n;
  for await (const { id, amountFen, bankReference } of folder.rows('subsidy-returns')) {
    const booked = bySource.of(`${id} subsidy.returned`);
    hold(
      !references.has(bankReference) && booked === BigInt(amountFen),
      () => `${yuan(amountFen)} went back to a funder by ${id}, the ledger says ${yuan(booked)}, or it is there before`,
      () => `退还出资方 ${id} 共 ${yuan(amountFen)}，账本记 ${yuan(booked)}，或已记过`,
    );
    references.add(bankReference);
    sum += booked;
  }
  hold(
    byTransferCode.of('subsidy.returned') === sum,
    () => `the ledger sent ${yuan(byTransferCode.of('subsidy.returned'))} back to funders, ${yuan(sum)} is told of`,
    () => `账本退还出资方 ${yuan(byTransferCode.of('subsidy.returned'))}，退还记录合计 ${yuan(sum)}`,
  );
}

/**
 * What funders owe for discounts, and the bank's receipts that pay it: a receipt is there once, was booked, and is the sum of what it
 * paid; a subsidy has had what its parts say, never more than it is, and of what went back of it no more than there was; what each supplier
 * is still to get is what the ledger says.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @param {Sums} settledOfLine what of subsidies was settled with each line
 */
export async function subsidies(folder, books, settledOfLine) {
  const { bySubsidy, byReceipt, ofLine } = await parts(folder);
  const back = await wentBack(folder, books);
  await receipts(folder, books, byReceipt);
  await returns(folder, books);
  const open = new Sums();
  const owed = new Sums();
  const known = new Set();
  for await (const one of folder.rows('subsidies')) {
    known.add(one.id);
    const name = `subsidy ${one.id} of line ${one.lineId}`;
    const named = `订单行 ${one.lineId} 的补贴 ${one.id} `;
    hold(
      bySubsidy.of(one.id) === BigInt(one.receivedFen) &&
        BigInt(one.receivedFen) + BigInt(one.withdrawnFen) <= BigInt(one.amountFen),
      () =>
        `${name} of ${yuan(one.amountFen)} says ${yuan(one.receivedFen)} came, its receipts say ${yuan(bySubsidy.of(one.id))}`,
      () =>
        `${named}共 ${yuan(one.amountFen)}，记已收 ${yuan(one.receivedFen)}，其到账合计为 ${yuan(bySubsidy.of(one.id))}`,
    );
    hold(
      back.withdrawn.of(one.id) === BigInt(one.withdrawnFen) && back.paid.of(one.id) <= BigInt(one.receivedFen),
      () =>
        `${name} says ${yuan(one.withdrawnFen)} is owed no more, what went back says ${yuan(back.withdrawn.of(one.id))}, and ${yuan(back.paid.of(one.id))} of what came`,
      () =>
        `${named}记不再应付 ${yuan(one.withdrawnFen)}，退回记录为 ${yuan(back.withdrawn.of(one.id))}，另退已到账的 ${yuan(back.paid.of(one.id))}`,
    );
    hold(
      books.rules.get(`${one.runId} subsidy.owe`)?.has(one.ruleVersion),
      () => `${name} is owed by ${one.ruleVersion}, the ledger has another rule`,
      () => `${named}依据 ${one.ruleVersion}，账本依据另一规则`,
    );
    owed.add(`${one.runId} ${one.supplierId}`, one.amountFen);
    open.add(one.supplierId, BigInt(one.amountFen) - BigInt(one.receivedFen) - BigInt(one.withdrawnFen));
  }
  for (const id of bySubsidy.keys())
    hold(
      known.has(id),
      () => `a receipt paid subsidy ${id}, which is not there`,
      () => `有到账付给补贴 ${id}，而它不存在`,
    );
  for (const line of settledOfLine.keys())
    hold(
      settledOfLine.of(line) <= ofLine.of(line),
      () =>
        `with line ${line} ${yuan(settledOfLine.of(line))} of subsidies were settled, ${yuan(ofLine.of(line))} came`,
      () => `订单行 ${line} 结算了补贴 ${yuan(settledOfLine.of(line))}，到账的为 ${yuan(ofLine.of(line))}`,
    );
  mustBeOwed(books, { owed, open });
}

/**
 * What of subsidies went back, of what had not come and of what had: the ledger has as much of each.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
async function wentBack(folder, { byTransferCode }) {
  const [withdrawn, paid] = [new Sums(), new Sums()];
  for await (const { subsidyId, withdrawnFen, paidFen } of folder.rows('subsidies-back')) {
    withdrawn.add(subsidyId, withdrawnFen);
    paid.add(subsidyId, paidFen);
  }
  for (const [code, sums] of /** @type {const} */ ([
    ['subsidy.withdrawn', withdrawn],
    ['subsidy.back', paid],
  ])) {
    const said = [...sums.keys()].reduce((sum, id) => sum + sums.of(id), 0n);
    hold(
      byTransferCode.of(code) === said,
      () => `the ledger has ${yuan(byTransferCode.of(code))} as ${code}, what went back makes ${yuan(said)}`,
      () => `账本中 ${code} 合计 ${yuan(byTransferCode.of(code))}，退回记录合计 ${yuan(said)}`,
    );
  }
  return { withdrawn, paid };
}

/** @param {import('./read.mjs').Folder} folder */
async function parts(folder) {
  const [bySubsidy, byReceipt, ofLine] = [new Sums(), new Sums(), new Sums()];
  for await (const { subsidyId, receiptId, lineId, amountFen } of folder.rows('subsidy-parts')) {
    bySubsidy.add(subsidyId, amountFen);
    byReceipt.add(receiptId, amountFen);
    ofLine.add(lineId, amountFen);
  }
  return { bySubsidy, byReceipt, ofLine };
}

/**
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @param {Sums} byReceipt
 */
async function receipts(folder, { bySource, byTransferCode }, byReceipt) {
  const references = new Set();
  const sums = new Sums();
  const known = new Set();
  for await (const { id, kind, amountFen, bookedFen, bankReference } of folder.rows('receipts')) {
    known.add(id);
    hold(
      // What was reversed may be there again, as it truly was.
      kind === 'reversed' || !references.has(`${kind} ${bankReference}`),
      () => `receipt ${id} is a movement of the bank that is there before`,
      () => `到账 ${id} 是已记过的银行流水`,
    );
    references.add(`${kind} ${bankReference}`);
    const isSubsidy = kind === 'subsidy';
    const code = isSubsidy ? 'subsidy.receive' : 'transfer.received';
    const booked = bySource.of(`${id} ${code}`);
    hold(
      booked === BigInt(bookedFen) && (booked === 0n || bookedFen === amountFen),
      () => `receipt ${id} of ${yuan(amountFen)} says ${yuan(bookedFen)} was booked, the ledger says ${yuan(booked)}`,
      () => `到账 ${id} 共 ${yuan(amountFen)}，记入账 ${yuan(bookedFen)}，账本记 ${yuan(booked)}`,
    );
    const paid = isSubsidy ? byReceipt.of(id) : 0n;
    const off = isSubsidy ? bySource.of(`${id} subsidy.paid`) : 0n;
    hold(
      !isSubsidy || (paid === booked && off === booked),
      () => `receipt ${id} is ${yuan(booked)}, it paid ${yuan(paid)} of subsidies and ${yuan(off)} by the ledger`,
      () => `到账 ${id} 为 ${yuan(booked)}，付了补贴 ${yuan(paid)}，按账本为 ${yuan(off)}`,
    );
    sums.add(code, booked);
  }
  for (const code of ['subsidy.receive', 'transfer.received'])
    hold(
      sums.of(code) === byTransferCode.of(code),
      () => `the ledger has ${yuan(byTransferCode.of(code))} as ${code}, the receipts make ${yuan(sums.of(code))}`,
      () => `账本中 ${code} 合计 ${yuan(byTransferCode.of(code))}，到账记录合计 ${yuan(sums.of(code))}`,
    );
  for (const id of byReceipt.keys())
    hold(
      known.has(id),
      () => `subsidies were paid by receipt ${id}, which is not there`,
      () => `有补贴由到账 ${id} 支付，而它不存在`,
    );
}

/**
 * @param {import('./books.mjs').Books} books
 * @param {{ owed: Sums, open: Sums }} said
 */
function mustBeOwed({ accounts, paidIn, balanceOf }, { owed, open }) {
  const account = new Map(
    [...accounts.values()].filter(({ code }) => code === 'supplierSubsidy').map((one) => [one.supplierId ?? '', one]),
  );
  for (const key of owed.keys()) {
    const [run, supplier] = key.split(' ');
    const booked = paidIn.of(`${run} ${account.get(supplier ?? '')?.id} subsidy.owe`);
    hold(
      booked === owed.of(key),
      () =>
        `run ${run} made ${yuan(owed.of(key))} of subsidies for supplier ${supplier}, the ledger says ${yuan(booked)}`,
      () => `结算 ${run} 给供应商 ${supplier} 记补贴 ${yuan(owed.of(key))}，账本记 ${yuan(booked)}`,
    );
  }
  for (const [supplier, one] of account) {
    const size = balanceOf(one) < 0n ? -balanceOf(one) : balanceOf(one);
    hold(
      size === open.of(supplier),
      () => `supplier ${supplier} is to get ${yuan(open.of(supplier))} of subsidies, the ledger says ${yuan(size)}`,
      () => `供应商 ${supplier} 尚有补贴 ${yuan(open.of(supplier))} 未到，账本记 ${yuan(size)}`,
    );
  }
}
