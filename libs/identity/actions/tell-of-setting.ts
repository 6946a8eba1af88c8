import type { InputOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
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
        zh: `“${zh}”拟自${time.dayInWords(effectiveFrom, 'zh')}起调整。依据：${source}。理由：${reason}`,
        en: `“${en}” is to change from ${time.dayInWords(effectiveFrom, 'en')} on. Source: ${source}. Reason: ${reason}`,
      },
    },
  });
}

interface Decided extends Proposed {
  readonly step: Said['step'];
  readonly proposedBy: string;
}

/** Tells whoever proposed a setting what another operator made of it. */
export async function tellProposer(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  { step, proposedBy, key, name: { zh, en }, effectiveFrom, reason }: Decided,
): Promise<void> {
  const isApproved = step === 'approve';
  await tellPeople(tx, kit, {
    personIds: [proposedBy],
    key: `setting ${step} ${key} ${effectiveFrom} ${tx.now.toISOString()}`,
    about: 'settings:decided',
    message: {
      title: isApproved
        ? { zh: '您提出的参数调整已通过', en: 'The setting you proposed was approved' }
        : { zh: '您提出的参数调整被退回', en: 'The setting you proposed was refused' },
      body: {
        zh: `“${zh}”${isApproved ? `自${time.dayInWords(effectiveFrom, 'zh')}起按新的执行` : '照旧'}。理由：${reason}`,
        en: `“${en}” ${isApproved ? `changes from ${time.dayInWords(effectiveFrom, 'en')} on` : 'stays as it is'}. Reason: ${reason}`,
      },
    },
  });
}
