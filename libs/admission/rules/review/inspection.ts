export interface InspectionReport {
  readonly visitedOn: string;
  readonly findings: readonly {
    readonly item: string;
    readonly result: 'pass' | 'fail' | 'notApplicable';
    readonly note: string;
  }[];
  readonly result: 'pass' | 'improve' | 'fail';
}

export type InspectionFault = 'inTheFuture' | 'noteMissing' | 'resultWithoutFinding' | 'findingWithoutResult';

/** Whether a report holds together: a failed item has a word about why, and the result is what the items say. */
export function inspectionFault(
  { visitedOn, findings, result }: InspectionReport,
  today: string,
): InspectionFault | null {
  if (visitedOn > today) return 'inTheFuture';
  const failed = findings.filter((finding) => finding.result === 'fail');
  if (failed.some(({ note }) => note === '')) return 'noteMissing';
  if (result !== 'pass' && failed.length === 0) return 'resultWithoutFinding';
  return result === 'pass' && failed.length > 0 ? 'findingWithoutResult' : null;
}
