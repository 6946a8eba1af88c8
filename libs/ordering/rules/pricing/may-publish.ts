/**
 * A supplier's own promotion is published by whoever acts for it; one of the platform's by somebody other than its drafter, since it
 * promises money of others. What a machine drafted anybody may.
 * @param personId who wants to; null for a machine
 */
export function mayPublishPromotion(
  personId: string | null,
  { supplier_id: supplierId, drafted_by: drafter }: { supplier_id: string | null; drafted_by: string | null },
): boolean {
  return supplierId !== null || drafter === null || drafter !== personId;
}
