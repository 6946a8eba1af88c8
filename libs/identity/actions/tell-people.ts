import type { machines } from '@xihuo/contract';
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
  /** What it is about, to lead there. */
  readonly about: machines.NoticeAbout | null;
  /** What must not be missed goes to the phone as well. */
  readonly sms?: true;
  /**
   * What somebody would do who came in as another: whoever did it is told as well, and also by the phone people had before.
   */
  readonly everybody?: true;
}

/** Tells people what happened, in the app and where it matters by SMS; whoever did it knows. Of many things at once, each to its own people. */
export async function tellPeople(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  telling: Telling | readonly Telling[],
): Promise<void> {
  const self = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const tellings = [telling].flat().map((one) => ({
    ...one,
    others: [...new Set(one.personIds)].filter((id) => one.everybody || id !== self),
  }));
  await kit.notices.tellEach(
    tx,
    tellings.flatMap(({ others, key, message, about }) =>
      others.map((personId) => ({ personId, key, ...message, about })),
    ),
  );
  await textPeople(
    tx,
    kit,
    tellings
      .filter(({ sms }) => sms)
      .map(({ others, key, message, everybody: formerToo }) => ({
        ...{ personIds: others, key, text: `${message.title.zh}：${message.body.zh}`, formerToo },
      })),
  );
}
