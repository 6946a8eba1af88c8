import { hold, Sums, yuan } from './read.mjs';

/**
 * What went back of supplier orders, what is on its way back, and what lies in dispute; with the day on which the last dispute of each
 * ended.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 */
async function backAndHeld(folder, { bySource, accounts, balanceOf }) {
  const back = new Sums();
  const underWay = new Sums();
  for await (const { id, supplierOrderId, amountFen, state } of folder.rows('refunds')) {
    hold(
      /^[1-9]\d*$/.test(amountFen),
      () => `refund ${id} is of ${amountFen} fen: it has to be a whole number above nothing`,
      () => `退款 ${id} 的金额为 ${amountFen} 分：必须是大于零的整数`,
    );
    (state === 'succeeded' ? back : underWay).add(supplierOrderId, amountFen);
  }
  const credited = new Sums();
  for await (const { id, supplierOrderId, amountFen } of folder.rows('credit-notes')) {
    const booked = bySource.of(`${id} purchase.creditNote`) + bySource.of(`${id} purchase.creditNotePaid`);
    hold(
      booked === BigInt(amountFen),
      () => `credit note ${id} says ${yuan(amountFen)}, the ledger says ${yuan(booked)}`,
      () => `红字通知 ${id} 记 ${yuan(amountFen)}，账本记 ${yuan(booked)}`,
    );
    credited.add(supplierOrderId, amountFen);
  }
  const held = new Sums();
  const heldOfCase = new Sums();
  /** @type {Map<string, string>} */
  const endedOn = new Map();
  for await (const one of folder.rows('holds')) {
    heldOfCase.add(one.sourceId, one.closedOn === null ? one.heldFen : 0n);
    if (one.closedOn === null) held.add(one.supplierOrderId, one.heldFen);
    else if (one.closedOn > (endedOn.get(one.supplierOrderId) ?? '')) endedOn.set(one.supplierOrderId, one.closedOn);
  }
  for (const account of accounts.values())
    if (account.code === 'disputeHold')
      hold(
        balanceOf(account) === heldOfCase.of(account.ownerId ?? ''),
        () =>
          `dispute ${account.ownerId} holds ${yuan(balanceOf(account))} by the ledger, ${yuan(heldOfCase.of(account.ownerId ?? ''))} by its lines`,
        () =>
          `纠纷 ${account.ownerId} 按账本冻结 ${yuan(balanceOf(account))}，按订单行冻结 ${yuan(heldOfCase.of(account.ownerId ?? ''))}`,
      );
  return { back, underWay, credited, held, endedOn };
}

/** What the lines of each supplier order make. @param {import('./read.mjs').Folder} folder */
async function sumsOfLines(folder) {
  const sums = new Sums();
  for await (const { supplierOrderId, amountFen } of folder.rows('order-lines')) sums.add(supplierOrderId, amountFen);
  return sums;
}

/** The newest day up to which each supplier was settled. @param {import('./read.mjs').Folder} folder */
async function settledThrough(folder) {
  /** @type {Map<string, string>} */
  const through = new Map();
  for await (const { supplierId, periodEnd } of folder.rows('statements'))
    if (periodEnd > (through.get(supplierId) ?? '')) through.set(supplierId, periodEnd);
  return through;
}

/**
 * Every supplier order is, by the ledger, what it says was captured, owed on terms, given back and credited. One that was cancelled is
 * over; so is one that was released, and of which every dispute ended, by a day up to which its supplier was settled. Of one that is
 * over nothing lies in clearing but what is on its way back to its buyer. Nothing but the export says so: no word of the house's is
 * taken for it.
 * @param {import('./read.mjs').Folder} folder
 * @param {import('./books.mjs').Books} books
 * @param {{ lateOfPart: Sums, outOfPart: Sums }} moved what went back after it was settled, and what was settled, by part
 * @returns the state of each that is over and of which nothing is on its way, and what of the others lies in clearing
 */
export async function supplierOrders(folder, books, { lateOfPart, outOfPart }) {
  const { back, underWay, credited, held, endedOn } = await backAndHeld(folder, books);
  const through = await settledThrough(folder);
  const ofLines = await sumsOfLines(folder);
  /** @type {Map<string, string>} */
  const closed = new Map();
  const known = new Set();
  let open = 0n;
  for await (const part of folder.rows('supplier-orders')) {
    known.add(part.id);
    hold(
      ofLines.of(part.id) === BigInt(part.amountFen),
      () => `supplier order ${part.id} is of ${yuan(part.amountFen)}, its lines make ${yuan(ofLines.of(part.id))}`,
      () => `供应商订单 ${part.id} 为 ${yuan(part.amountFen)}，其明细合计为 ${yuan(ofLines.of(part.id))}`,
    );
    mustBeBooked(part, books, back.of(part.id));
    mustBeInItsState(part, outOfPart.of(part.id));
    const left =
      BigInt(part.capturedFen) +
      BigInt(part.onTermsFen) -
      credited.of(part.id) -
      back.of(part.id) -
      held.of(part.id) -
      outOfPart.of(part.id) +
      lateOfPart.of(part.id);
    open += left;
    if (!isOver(part, { endedOn: endedOn.get(part.id), through: through.get(part.supplierId) })) continue;
    hold(
      left === underWay.of(part.id),
      () => `supplier order ${part.id} is closed, and ${yuan(left - underWay.of(part.id))} of it lies in clearing`,
      () => `供应商订单 ${part.id} 已了结，清算账户中仍有它的 ${yuan(left - underWay.of(part.id))}`,
    );
    if (underWay.of(part.id) === 0n && held.of(part.id) === 0n) closed.set(part.id, part.state);
  }
  for (const id of [...back.keys(), ...underWay.keys(), ...credited.keys(), ...outOfPart.keys()])
    hold(
      known.has(id),
      () => `something was paid back or settled of supplier order ${id}, which is not there`,
      () => `供应商订单 ${id} 有退款或结算，而它不存在`,
    );
  return { closed, open };
}

/** @param {import('./read.mjs').Row} part @param {{ endedOn: string | undefined, through: string | undefined }} days */
function isOver({ state, releasedOn }, { endedOn = '', through = '' }) {
  if (state === 'cancelled') return true;
  return state === 'released' && releasedOn <= through && endedOn <= through;
}

/** @param {import('./read.mjs').Row} part @param {import('./books.mjs').Books} books @param {bigint} back */
function mustBeBooked({ id, amountFen, capturedFen, onTermsFen }, { bySource }, back) {
  /** @param {string} code */
  const booked = (code) => bySource.of(`${id} ${code}`);
  const says = /** @type {const} */ ([
    ['was captured', '收款', BigInt(capturedFen), booked('payment.capture')],
    ['is owed on terms', '赊购', BigInt(onTermsFen), booked('purchase.receivable')],
    ['went back', '退款', back, booked('payment.refund') - booked('payment.refundFailed')],
  ]);
  for (const [en, zh, told, ledger] of says)
    hold(
      told === ledger,
      () => `of supplier order ${id} ${yuan(told)} ${en}, the ledger says ${yuan(ledger)}`,
      () => `供应商订单 ${id} ${zh} ${yuan(told)}，账本记 ${yuan(ledger)}`,
    );
  hold(
    BigInt(capturedFen) === 0n || capturedFen === amountFen,
    () => `of supplier order ${id} of ${yuan(amountFen)} ${yuan(capturedFen)} was captured`,
    () => `供应商订单 ${id} 共 ${yuan(amountFen)}，收款 ${yuan(capturedFen)}`,
  );
  hold(
    back <= BigInt(capturedFen),
    () => `of supplier order ${id} more went back than was captured`,
    () => `供应商订单 ${id} 退回的多于收到的`,
  );
}

/** What was settled had been released, and what was released says when. @param {import('./read.mjs').Row} part @param {bigint} out */
function mustBeInItsState({ id, state, releasedOn }, out) {
  hold(
    (state === 'released') === (releasedOn !== null),
    () => `supplier order ${id} is ${state}, and ${releasedOn === null ? 'says no day' : 'was released'}`,
    () => `供应商订单 ${id} 状态为 ${state}，却${releasedOn === null ? '没有放款日期' : '有放款日期'}`,
  );
  hold(
    out === 0n || state === 'released',
    () => `supplier order ${id} is ${state}, and was settled`,
    () => `供应商订单 ${id} 状态为 ${state}，却已结算`,
  );
}
