import type { Notices, Tx, Vault } from '@xihuo/platform';
import { phoneCell } from '../store/identity-kit';
import { phonesOf } from '../store/person.sql';

interface Text {
  readonly personIds: readonly string[];
  /** Told twice under one key, it is sent once to each. */
  readonly key: string;
  readonly text: string;
}

/**
 * Sends people an SMS about something that concerns them, to the phone they come in by. Phones stay in this context: who asks
 * names people, never numbers. Who has none reads it in the app.
 */
export async function textPeople(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Pick<Notices, 'smsEach'> },
  message: Text | readonly Text[],
): Promise<void> {
  const messages = [message].flat();
  const personIds = [...new Set(messages.flatMap((one) => one.personIds))];
  if (personIds.length === 0) return;
  const rows = await tx.sql(phonesOf, [personIds]);
  const phones = new Map(
    rows.map(({ person_id: personId, phone_sealed: sealed }) => [personId, vault.open(phoneCell(personId), sealed)]),
  );
  await notices.smsEach(
    tx,
    messages.flatMap((one) => toPhones(one, phones)),
  );
}

/** A village shares phones: the same words to the same phone once. */
function toPhones({ personIds, key, text }: Text, phones: ReadonlyMap<string, string>) {
  const found = new Map<string, { key: string; phone: string; text: string }>();
  for (const personId of personIds) {
    const phone = phones.get(personId);
    if (phone !== undefined && !found.has(phone)) found.set(phone, { key: `${key}:${personId}`, phone, text });
  }
  return [...found.values()];
}
