import type { Notices, Tx, Vault } from '@xihuo/platform';
import { phoneCell } from '../store/identity-kit';
import { formerPhonesOf, phonesOf } from '../store/person.sql';

interface Text {
  readonly personIds: readonly string[];
  /** Told twice under one key, it is sent once to each. */
  readonly key: string;
  readonly text: string;
  /** Also to the phone they had before, where they changed it lately: whoever took over an account may have done that first. */
  readonly formerToo?: true;
}

const LATELY_MS = 90 * 86_400_000;

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
  const both = [...new Set(messages.filter((one) => one.formerToo).flatMap((one) => one.personIds))];
  const since = new Date(tx.now.getTime() - LATELY_MS);
  const before = both.length === 0 ? [] : await tx.sql(formerPhonesOf, [both, since]);
  const opened = (found: typeof rows) => {
    const phones = new Map<string, string[]>();
    for (const { person_id: id, phone_sealed: sealed } of found)
      phones.set(id, [...(phones.get(id) ?? []), vault.open(phoneCell(id), sealed)]);
    return phones;
  };
  const [phones, former] = [opened(rows), opened(before)];
  await notices.smsEach(
    tx,
    messages.flatMap((one) =>
      toPhones(one, (id) => [...(phones.get(id) ?? []), ...(one.formerToo ? (former.get(id) ?? []) : [])]),
    ),
  );
}

/** A village shares phones: the same words to the same phone once. */
function toPhones({ personIds, key, text }: Text, phonesOfPerson: (id: string) => readonly string[]) {
  const found = new Map<string, { key: string; phone: string; text: string }>();
  for (const personId of personIds)
    for (const [at, phone] of phonesOfPerson(personId).entries())
      if (!found.has(phone)) found.set(phone, { key: `${key}:${personId}${at === 0 ? '' : `:${at}`}`, phone, text });
  return [...found.values()];
}
