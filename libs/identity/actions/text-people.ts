import type { Notices, Tx, Vault } from '@xihuo/platform';
import { phoneCell } from '../store/identity-kit';
import { phonesOf } from '../store/person.sql';

/**
 * Sends people an SMS about something that concerns them, to the phone they come in by. Phones stay in this context: who asks
 * names people, never numbers. Who has none reads it in the app.
 *
 * @param message told twice under one key, it is sent once to each
 */
export async function textPeople(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Pick<Notices, 'smsEach'> },
  message: { personIds: readonly string[]; key: string; text: string },
): Promise<void> {
  const { personIds, key, text } = message;
  // A village shares phones: the same words to the same phone once.
  const toPhone = new Map<string, { key: string; phone: string; text: string }>();
  for (const { person_id: personId, phone_sealed: sealed } of await tx.sql(phonesOf, [personIds])) {
    const phone = vault.open(phoneCell(personId), sealed);
    if (!toPhone.has(phone)) toPhone.set(phone, { key: `${key}:${personId}`, phone, text });
  }
  await notices.smsEach(tx, [...toPhone.values()]);
}
