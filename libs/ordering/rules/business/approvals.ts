/** What of a member decides about approvals. */
export interface Approver {
  personId: string;
  duties: readonly string[];
  /** The highest step this person decides. */
  level: number | null;
}

/**
 * The steps of the approval chain an order needs: none up to the buyer's own limit, else every step whose sum it reaches. A chain
 * without steps still asks for one, so that nobody spends beyond the own limit alone.
 *
 * @param fromFen from which sum on each step is needed, the first one first
 */
export function levelsNeeded(amountFen: bigint, ownLimitFen: bigint, fromFen: readonly bigint[]): number[] {
  if (amountFen <= ownLimitFen) return [];
  const reached = fromFen.flatMap((from, index) => (amountFen >= from ? [index + 1] : []));
  return reached.length === 0 ? [1] : reached;
}

export type ApprovalFault = 'DUTY_MISSING' | 'OWN_PURCHASE' | 'APPROVED_ALREADY' | 'APPROVAL_LEVEL';

/** Why this person may not decide the step that is next; null where they may. Four eyes: one person, one step, never the own order. */
export function approvalFault(
  approver: Approver,
  order: { requestedBy: string; decidedBy: readonly string[]; nextLevel: number },
): ApprovalFault | null {
  if (!approver.duties.includes('approve')) return 'DUTY_MISSING';
  if (approver.personId === order.requestedBy) return 'OWN_PURCHASE';
  if (order.decidedBy.includes(approver.personId)) return 'APPROVED_ALREADY';
  return (approver.level ?? 0) < order.nextLevel ? 'APPROVAL_LEVEL' : null;
}
