import { fail } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import type { Party } from '../rules/case-facts';
import { MESSAGES } from '../rules/messages';
import type { CaseRow } from '../store/case.sql';
import { acceptBy, doneBy } from '../store/move-case.sql';
import { award, release } from './award';
import { openCase, type Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';
import { move } from './move';
import { about, tellBoth, tellMediators, tellSupplier } from './tell';

export type Step = 'accept' | 'escalate' | 'withdraw' | 'finishEvidence' | 'acceptDecision';
type PartyEntrance = Extract<Entrance, { side: Party }>;

/**
 * A step of one of the two sides.
 *
 * @param offerId of an acceptance: the offer that was read, so that nobody says yes to another
 * @throws ProblemError NOT_FOUND, STALE_VERSION, DISPUTE_STATE, DISPUTE_OFFER_GONE, DISPUTE_OWN_OFFER
 */
export async function takeStep(
  tx: Tx,
  kit: DisputeKit,
  entrance: PartyEntrance,
  wanted: { id: string; version: number; step: Step; offerId?: string | undefined },
): Promise<void> {
  const { id, version, step, offerId } = wanted;
  const row = await openCase(tx, entrance, { id, version, act: step });
  const { side } = entrance;
  if (step === 'accept') return acceptOffer(tx, kit, row, { side, offerId });
  if (step === 'escalate') return stepIn(tx, kit, row);
  if (step === 'withdraw') {
    await move(tx, row, 'withdraw');
    await release(tx, row, 'withdrawn');
    return tellSupplier(tx, kit, row, 'withdrawn', MESSAGES.withdrawn(about(row)));
  }
  if (step === 'finishEvidence') {
    await tx.sql(doneBy, [id, side]);
    tx.audit({ action: 'dispute.finishEvidence', subjectKind: 'dispute', subjectId: id, after: { side } });
    if (side === 'buyer' ? row.supplier_done : row.buyer_done) await beginMediation(tx, kit, row);
    return;
  }
  await tx.sql(acceptBy, [id, side]);
  tx.audit({ action: 'dispute.acceptDecision', subjectKind: 'dispute', subjectId: id, after: { side } });
  if (side === 'buyer' ? row.supplier_accepts : row.buyer_accepts) await executeDecision(tx, kit, row);
}

async function acceptOffer(
  tx: Tx,
  kit: DisputeKit,
  row: CaseRow,
  { side, offerId }: { side: Party; offerId: string | undefined },
): Promise<void> {
  const { offer } = row;
  if (!offer || offer.id !== offerId) throw fail('DISPUTE_OFFER_GONE');
  if (offer.side === side) throw fail('DISPUTE_OWN_OFFER');
  await tx.sql(acceptBy, [row.id, side]);
  tx.audit({ action: 'dispute.accept', subjectKind: 'dispute', subjectId: row.id, after: { side, offerId } });
  if (!(side === 'buyer' ? row.supplier_accepts : row.buyer_accepts)) return;
  await move(tx, row, 'agree');
  const refundFen = money.fen(offer.fen);
  await award(tx, row, 'agreement', refundFen);
  await tellBoth(tx, kit, row, 'executed', MESSAGES.executed(about(row), refundFen));
}

/** The platform steps in: both hand in what they have. */
export async function stepIn(tx: Tx, kit: DisputeKit, row: CaseRow): Promise<void> {
  const { due } = await move(tx, row, 'escalate');
  await tellBoth(tx, kit, row, 'steppedIn', MESSAGES.steppedIn(about(row), due!));
  await tellMediators(tx, kit, row, { what: 'waiting', message: MESSAGES.waiting(about(row), due!) });
}

/** Both have handed in, or their time is over. */
export async function beginMediation(tx: Tx, kit: DisputeKit, row: CaseRow): Promise<void> {
  const { due } = await move(tx, row, 'mediate');
  await tellBoth(tx, kit, row, 'mediating', MESSAGES.mediating(about(row), due!));
}

/** Nobody appealed, or both are content: what was decided happens. */
export async function executeDecision(tx: Tx, kit: DisputeKit, row: CaseRow): Promise<void> {
  must(row.decision_fen !== null, 'what is executed was decided');
  await move(tx, row, 'execute');
  const refundFen = money.fen(row.decision_fen);
  await award(tx, row, 'decision', refundFen);
  await tellBoth(tx, kit, row, 'executed', MESSAGES.executed(about(row), refundFen));
}
