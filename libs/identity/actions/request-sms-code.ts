import { command, newId, type CommandOptions } from '@xihuo/platform';
import { LIMITS } from '../rules/attempt-limits';
import { CODE_MS, codeMessage } from '../rules/sms-code';
import { newSmsCode } from '../secrets/tokens';
import { phoneIndex, type IdentityKit } from '../store/identity-kit';
import { insertSmsCode } from '../store/one-time.sql';
import { peopleOnPhone } from '../store/person.sql';
import { countAttempt } from './count-attempts';

export interface SmsCodeRequest {
  requestId: string;
  expiresAt: string;
}

/**
 * Sends a code to whoever wants to register, known or not: who has the phone shows it by the code.
 *
 * @throws ProblemError RATE_LIMITED
 */
export function requestRegistrationCode(
  kit: IdentityKit,
  wanted: { phone: string; address: string },
  ask: CommandOptions,
): Promise<SmsCodeRequest> {
  return sendCode(kit, { ...wanted, goesOut: true }, ask);
}

/**
 * Sends a sign-in code, and answers alike where nobody has the phone: then no message goes out and no code fits.
 *
 * @throws ProblemError RATE_LIMITED
 */
export async function requestSmsCode(
  kit: IdentityKit,
  { phone, address }: { phone: string; address: string },
  ask: CommandOptions,
): Promise<SmsCodeRequest> {
  const known = (await kit.database.read(peopleOnPhone, [phoneIndex(kit.vault, phone)])).length > 0;
  return sendCode(kit, { phone, address, goesOut: known }, ask);
}

async function sendCode(
  kit: IdentityKit,
  { phone, address, goesOut }: { phone: string; address: string; goesOut: boolean },
  ask: CommandOptions,
): Promise<SmsCodeRequest> {
  await countAttempt(kit, [
    { limit: LIMITS.smsPhoneHour, of: phone },
    { limit: LIMITS.smsPhoneDay, of: phone },
    { limit: LIMITS.smsAddress, of: address },
    { limit: LIMITS.smsAll, of: 'all', add: goesOut ? 1 : 0 },
  ]);
  const { view } = await command(kit.database, ask, async (tx) => {
    const requestId = newId();
    const code = newSmsCode();
    const expiresAt = new Date(tx.now.getTime() + CODE_MS);
    const index = phoneIndex(kit.vault, phone);
    await tx.sql(insertSmsCode, [requestId, index, smsCodeHash(kit, requestId, code), tx.now, expiresAt]);
    if (goesOut) await kit.notices.sms(tx, { key: `sms-code ${requestId}`, phone, text: codeMessage(code) });
    return { requestId, expiresAt: expiresAt.toISOString() };
  });
  return view;
}

/** Bound to its request: the code of one request opens nothing in another. */
export function smsCodeHash(kit: Pick<IdentityKit, 'vault'>, requestId: string, code: string): Buffer {
  return kit.vault.blindIndex('identity.smsCode', `${requestId} ${code}`);
}
