import { openDispute, settleBy, takeOverClaim } from '@xihuo/dispute';
import { money } from '@xihuo/kernel';
import { claims } from '@xihuo/ordering';
import { arrive } from '../histories/steps';
import { accessOf, count, type Complaint, type Part, type Season, type SoldLine } from './season';

/** Of a hundred parts at the step, on each day. */
const PERCENT = { cancel: 3, refundOnly: 2, return: 1, dispute: 2 } as const;
/** Days after which nobody complains any more: some hours before the window of the law ends. */
const WITHIN = 5;
/** Of a hundred claims of theirs, suppliers accept so many at once. */
const ACCEPTED = 60;

/** Buyers change their minds, want money back, send back and quarrel; those who are asked answer. */
export async function complain(season: Season): Promise<void> {
  season.step = 'answering claims';
  for (const complaint of [...season.complaints]) await goOn(season, complaint);
  season.step = 'cancelling';
  // Of what was ended this morning, as its supplier left, there is nothing to cancel.
  for (const part of at(season, 'toShip', PERCENT.cancel).filter(isThere)) await cancel(season, part);
  season.step = 'claiming';
  for (const part of at(season, 'received', PERCENT.refundOnly)) await claim(season, part, 'refundOnly');
  for (const part of at(season, 'received', PERCENT.return)) await claim(season, part, 'return');
  season.step = 'disputing';
  for (const part of at(season, 'received', PERCENT.dispute)) await dispute(season, part);
}

const isThere = ({ lines }: Part) => lines.some(({ packs, gone }) => packs > gone);

function at({ parts, chance }: Season, state: Part['state'], percent: number): Part[] {
  return parts.filter(
    (part) => part.state === state && part.age < WITHIN && !part.complained && chance.happens(percent),
  );
}

const bodyOf = (
  { id }: Part,
  kind: 'cancel' | 'refundOnly' | 'return',
  { lineId, packs }: { lineId: string; packs: number },
) => ({
  ...{ supplierOrderId: id, kind, words: '', photoIds: [], lines: [{ lineId, packs }] },
  reason: ({ cancel: 'changedMind', refundOnly: 'quality', return: 'noReason' } as const)[kind],
});

function wishOf({ chance }: Season, part: Part): { line: SoldLine; packs: number } {
  const line = chance.pick(part.lines);
  return { line, packs: chance.between(1, line.packs) };
}

async function cancel(season: Season, part: Part): Promise<void> {
  const { line, packs } = wishOf(season, part);
  part.complained = true;
  const body = bodyOf(part, 'cancel', { lineId: line.id, packs });
  await season.village.shop.does((tx) => claims.make(tx, part.order.id, body, accessOf(part)));
  line.gone += packs;
  season.auditor.sales.promised(line.id, packs);
  count(season, 'cancelled');
}

async function claim(season: Season, part: Part, kind: 'refundOnly' | 'return'): Promise<void> {
  const { line, packs } = wishOf(season, part);
  if (packs > line.packs - line.gone) return;
  part.complained = true;
  const body = bodyOf(part, kind, { lineId: line.id, packs });
  const id = await season.village.shop.does((tx) => claims.make(tx, part.order.id, body, accessOf(part)));
  season.complaints.push({ part, line, packs, id, heldFen: 0n, stage: 'requested', age: 0 });
  count(season, kind);
}

async function dispute(season: Season, part: Part): Promise<void> {
  const { village, auditor, chance } = season;
  const line = chance.pick(part.lines);
  const fen = line.fen - (line.fen / BigInt(line.packs)) * BigInt(line.gone);
  if (fen === 0n) return;
  part.complained = true;
  const heldFen = (fen * BigInt(chance.between(1, 10))) / 10n;
  const entrance = { side: 'buyer', orderId: part.order.id, ...accessOf(part) } as const;
  const lines = [{ lineId: line.id, amount: money.toWire(money.fen(heldFen)) }];
  const wanted = { supplierOrderId: part.id, kind: 'quality', words: '不好', lines } as const;
  const { id } = await village.shop.does((tx) =>
    openDispute(tx, village.desk, entrance, { ...wanted, lines: [...lines] }),
  );
  auditor.sales.disputed(id, line.id, heldFen);
  season.complaints.push({ part, line, packs: 0, id, heldFen, stage: 'disputed', age: 0 });
  count(season, 'dispute');
}

type Step = (season: Season, complaint: Complaint) => Promise<Complaint['stage'] | 'over'>;

const answerOf =
  (state: 'requested' | 'returning', answer: { accept: true } | { refuse: string }) =>
  ({ village }: Season, { id, part }: Complaint) =>
    village.shop.does((tx) =>
      claims.answer(tx, { caseId: id, supplierIds: [part.seller.supplierId] }, { state, ...answer }),
    );

const steps: Record<Complaint['stage'], Step> = {
  async requested(season, complaint) {
    if (!season.chance.happens(ACCEPTED)) {
      await answerOf('requested', { refuse: '完好' })(season, complaint);
      count(season, 'refused');
      return 'refused';
    }
    await answerOf('requested', { accept: true })(season, complaint);
    const [now] = await season.village.shop.rows<{ kind: string }>(
      'select kind from ordering.after_sale where id = $1',
      [complaint.id],
    );
    return now!.kind === 'return' ? 'awaitingReturn' : paidBack(season, complaint);
  },
  async awaitingReturn({ village }, { id, part }) {
    const parcel = { carrier: '示例快递', trackingNumber: 'R1' };
    const where = { orderId: part.order.id, caseId: id, access: accessOf(part) };
    await village.shop.does((tx) => claims.move(tx, where, { event: 'send', parcel }));
    return 'returning';
  },
  async returning(season, complaint) {
    await answerOf('returning', { accept: true })(season, complaint);
    return paidBack(season, complaint);
  },
  /** Half of them go to the platform; the others let it be, and it closes by itself. */
  async refused(season, complaint) {
    if (!season.chance.happens(50)) return 'over';
    const { part, id, line, packs } = complaint;
    const { shop, desk } = season.village;
    const where = { orderId: part.order.id, caseId: id, access: accessOf(part) };
    await shop.does((tx) => claims.move(tx, where, { event: 'escalate', note: '不同意' }));
    await shop.does((tx) => takeOverClaim(tx, desk, id));
    const [held] = await shop.rows<{ id: string }>(
      'select id from dispute.dispute_case where supplier_order_id = $1 and ended_at is null',
      [part.id],
    );
    const heldFen = (line.fen / BigInt(line.packs)) * BigInt(packs);
    season.auditor.sales.disputed(held!.id, line.id, heldFen);
    season.complaints.push({ part, line, packs, id: held!.id, heldFen, stage: 'disputed', age: 0 });
    count(season, 'escalated');
    return 'over';
  },
  async disputed(season, { id, line, heldFen, age }) {
    if (age < 4) return 'disputed';
    const backFen = (heldFen * BigInt(season.chance.below(4))) / 3n;
    await season.village.shop.does((tx) => settleBy(tx, id, 'agreement', money.fen(backFen)));
    season.auditor.sales.decided(id, line.id, backFen);
    count(season, 'decided');
    return 'over';
  },
};

function paidBack(season: Season, { line, packs }: Complaint): 'over' {
  season.auditor.sales.promised(line.id, packs);
  count(season, 'paid back');
  return 'over';
}

async function goOn(season: Season, complaint: Complaint): Promise<void> {
  complaint.age += 1;
  const stage = await steps[complaint.stage](season, complaint);
  if (stage === 'over') season.complaints = season.complaints.filter((one) => one !== complaint);
  else complaint.stage = stage;
}

/** The provider pays back what it is asked to; on some days its first answers are lost, and it is asked again on the next. */
export async function payBuyersBack(season: Season): Promise<void> {
  season.step = 'paying back';
  const { shop, provider } = season.village;
  provider.isDeaf = season.chance.happens(15);
  const waiting = `select count(*) from payment.refund where state = 'requested'`;
  do await arrive({ shop, till: provider.till });
  while ((await shop.count(waiting)) > 0);
  const [paid] = await shop.rows<{ fen: string }>(
    `select coalesce(sum(amount_fen), 0) as fen from payment.refund where state = 'succeeded'`,
  );
  season.auditor.sales.arrived(BigInt(paid!.fen) - season.refundedFen);
  season.refundedFen = BigInt(paid!.fen);
}
