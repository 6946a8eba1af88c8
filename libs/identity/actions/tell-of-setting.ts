import type { InputOf } from '@xihuo/contract';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { operatorsNow } from '../store/people.sql';
import { tellPeople } from './tell-people';

type Said = InputOf<'POST /settings/steps'>['body'];

interface Proposed extends Pick<Said, 'key' | 'effectiveFrom' | 'source' | 'reason'> {
  readonly name: { readonly zh: string; readonly en: string };
}

/** Tells the other operators that a number waits for one of them. */
export async function tellOfSetting(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  { key, name: { zh, en }, effectiveFrom, source, reason }: Proposed,
): Promise<void> {
  await tellPeople(tx, kit, {
    personIds: (await tx.sql(operatorsNow)).map(({ person_id: personId }) => personId),
    key: `setting proposed ${key} ${effectiveFrom} ${tx.now.toISOString()}`,
    about: 'settings:proposed',
    message: {
      title: { zh: '有一项规则参数的调整待您复核', en: 'A change of a setting waits for a second operator' },
      body: {
        zh: `“${zh}”拟自 ${effectiveFrom} 起调整。依据：${source}。理由：${reason}`,
        en: `“${en}” is to change from ${effectiveFrom} on. Source: ${source}. Reason: ${reason}`,
      },
    },
  });
}
