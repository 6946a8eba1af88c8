import { money } from '@xihuo/kernel';
import { adjustments } from '@xihuo/settlement';
import { count, type Season } from './season';

/** Of a hundred days, on so many. */
const PERCENT = { lateRefund: 30, correction: 20 } as const;
const MOST_CORRECTED_FEN = 5_000;

/** Some buyers are paid back after their line was settled, and some statements are put right: by two people of finance each time. */
export async function putRight(season: Season): Promise<void> {
  season.step = 'putting right';
  if (season.past.length > 0 && season.later.happens(PERCENT.lateRefund)) await refundLate(season);
  if (season.past.length > 0 && season.later.happens(PERCENT.correction)) await correct(season);
}

async function approved(season: Season, id: string): Promise<void> {
  const { village } = season;
  const body = { id, decision: 'approve', reason: '核对无误' } as const;
  await village.as(village.approver, (tx) => adjustments.decide(tx, village.desk, body));
}

async function refundLate(season: Season): Promise<void> {
  const { village, auditor, later } = season;
  const { lineId, supplierId } = later.pick(season.past);
  const left = auditor.sales.leftOf(lineId);
  if (left <= 0n) return;
  const fen = 1n + (left * BigInt(later.between(0, 9))) / 10n;
  const [said] = await village.shop.rows<{ id: string }>(
    `select statement.id from settlement.statement join settlement.line using (run_id, supplier_id) where line.line_id = $1
      order by line.part limit 1`,
    [lineId],
  );
  const amount = money.toWire(money.fen(fen));
  const wanted = { statementId: said!.id, lineId, amount, reason: '批次召回', evidence: '召回公告' };
  await approved(season, await village.as(village.drawer, (tx) => adjustments.proposeLateRefund(tx, wanted)));
  auditor.refundedLate(lineId, supplierId, fen);
  count(season, 'late refund');
}

async function correct(season: Season): Promise<void> {
  const { village, auditor, later } = season;
  const { supplierId } = later.pick(season.past);
  const fen = BigInt(later.between(1, MOST_CORRECTED_FEN)) * (later.happens(50) ? 1n : -1n);
  const amount = money.toWire(money.fen(fen));
  const wanted = { supplierId, statementId: null, lineId: null, amount, reason: '运费计错', evidence: '对账单' };
  await approved(season, await village.as(village.drawer, (tx) => adjustments.propose(tx, wanted)));
  auditor.corrected(supplierId, fen);
  count(season, 'correction');
}
