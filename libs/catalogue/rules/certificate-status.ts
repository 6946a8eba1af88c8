export type CertificateStatus = 'valid' | 'expiring' | 'expired';

const DAY_MS = 86_400_000;

/** How a paper stands on a day: its last day still counts, one without an end is valid. Days are calendar days of business. */
export function certificateStatus(validUntil: string | null, today: string, expiringDays: number): CertificateStatus {
  if (validUntil === null) return 'valid';
  if (validUntil < today) return 'expired';
  const left = (Date.parse(validUntil) - Date.parse(today)) / DAY_MS;
  return left < expiringDays ? 'expiring' : 'valid';
}
