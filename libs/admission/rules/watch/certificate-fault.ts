import type { watching } from '@xihuo/contract';
import { uscc } from '@xihuo/kernel';
import { isScNumber } from '../sc-number';

export interface CertificateStated {
  readonly kind: (typeof watching.CERTIFICATE_KINDS)[number];
  readonly number: string;
  readonly validUntil: string | null;
  readonly productId: string | null;
  /** What it covers beside its kind; of a geographical indication its name. */
  readonly scope: string;
}

export type CertificateFault = 'number' | 'ended' | 'noEnd' | 'product' | 'indication';

/** What a machine sees wrong with a paper that is handed in; null where it is for people to verify. */
export function certificateFault(
  { kind, number, validUntil, productId, scope }: CertificateStated,
  today: string,
): CertificateFault | null {
  if (kind === 'businessLicence' && uscc.faultOf(number) !== null) return 'number';
  if (kind === 'foodProductionLicence' && !isScNumber(number)) return 'number';
  if (kind !== 'businessLicence' && validUntil === null) return 'noEnd';
  if (validUntil !== null && validUntil < today) return 'ended';
  if (kind === 'testReport' && productId === null) return 'product';
  if (kind === 'geographicalIndication' && scope === '') return 'indication';
  return null;
}
