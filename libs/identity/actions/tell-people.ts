import type { Notices, Tx, Vault } from '@xihuo/platform';
import { textPeople } from './text-people';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Telling {
  readonly personIds: readonly string[];
  /** Told twice under one key, it is told once to each. */
  readonly key: string;
  readonly message: { readonly title: Words; readonly body: Words };
  /** What must not be missed goes to the phone as well. */
  readonly sms?: true;
}

/** Tells people what happened, in the app and where it matters by SMS; whoever did it knows. */
export async function tellPeople(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellAll' | 'smsEach'> },
  { personIds, key, message, sms }: Telling,
): Promise<void> {
  const self = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const others = [...new Set(personIds)].filter((id) => id !== self);
  if (others.length === 0) return;
  await kit.notices.tellAll(tx, others, { key, ...message });
  if (!sms) return;
  await textPeople(tx, kit, { personIds: others, key, text: `${message.title.zh}：${message.body.zh}` });
}
