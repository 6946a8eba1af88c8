import { timingSafeEqual } from 'node:crypto';
import { fail } from '@xihuo/contract';
import { phoneIndex, type IdentityKit } from '../store/identity-kit';
import { trySmsCode } from '../store/one-time.sql';
import { smsCodeHash } from './request-sms-code';

/**
 * Counts a try of the code that was sent to a phone under a request; the code itself stays good until it is spent.
 *
 * @returns the phone as it is looked up by
 * @throws ProblemError WRONG_CODE (wrong, spent, expired, another request's, five tries used)
 */
export async function mustHoldCode(
  kit: Pick<IdentityKit, 'database' | 'vault'>,
  { requestId, phone, code }: { requestId: string; phone: string; code: string },
): Promise<Buffer> {
  const index = phoneIndex(kit.vault, phone);
  const [kept] = await kit.database.read(trySmsCode, [requestId, index]);
  if (!kept || !timingSafeEqual(kept.code_hash, smsCodeHash(kit, requestId, code))) throw fail('WRONG_CODE');
  return index;
}
