/**
 * Somebody other than its drafter publishes a campaign; what a machine drafted anybody may.
 * @param personId who wants to; null for a machine
 */
export function mayPublishCampaign(
  personId: string | null,
  { drafted_by: drafter }: { drafted_by: string | null },
): boolean {
  return drafter === null || drafter !== personId;
}
