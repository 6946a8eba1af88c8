import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { factorSteps, isOfFactor, TEAMS, type Acting, type FactorStep, type Step } from '../../rules/team';
import { askRemoval, decideRemoval, deleteTotpSecret } from '../../store/factor-removal.sql';
import { heldSeen, lockOperators, type HeldRow } from '../../store/people.sql';
import { endSessionsOf } from '../../store/session.sql';
import { tellPeople } from '../tell-people';
import { heldOf } from './view-people';

interface Wanted {
  readonly id: string;
  readonly step: Step;
  readonly reason: string;
}

/**
 * Takes off the second factor of somebody who has lost it: one operator asks, which the others are told, another does it or keeps it,
 * and whoever asked takes it back. What is open of theirs ends, and they are told, by the phone they had before as well; at their next
 * sign-in they enrol another.
 *
 * @throws ProblemError NOT_FOUND, FORBIDDEN (no operator any more, nothing asked or asked already, by the same, or of oneself)
 */
export async function stepFactor(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  acting: Acting,
  { id, step, reason }: Wanted,
): Promise<void> {
  const operators = (await tx.sql(lockOperators)).map(({ person_id: personId }) => personId);
  const still = { ...acting, isOperator: acting.isOperator && operators.includes(acting.personId) };
  const [row] = await tx.sql(heldSeen, [acting.personId, TEAMS, acting.isOperator, id]);
  if (!row) throw fail('NOT_FOUND');
  const may = factorSteps({ ...heldOf(row), hasFactor: row.has_factor }, row.removal_by, still);
  if (!isOfFactor(step) || !may.includes(step)) throw fail('FORBIDDEN');
  const outcome = step === 'takeFactorOff' ? 'taken' : 'kept';
  const [over] = await tx.sql(decideRemoval, [row.person_id, outcome, acting.personId, tx.now]);
  if (step === 'askFactorOff') await tx.sql(askRemoval, [row.person_id, reason, acting.personId, tx.now]);
  else must(over, 'what is asked is decided once, under the lock');
  if (step === 'takeFactorOff') {
    const [taken] = await tx.sql(deleteTotpSecret, [row.person_id]);
    must(taken, 'a factor that stands is taken off');
    await tx.sql(endSessionsOf, [row.person_id, tx.now]);
  }
  tx.audit({ action: `totp.${step}`, subjectKind: 'person', subjectId: row.person_id, after: { reason } });
  await tellOf(tx, kit, { row, step, reason, operators });
}

interface Told {
  readonly row: HeldRow;
  readonly step: FactorStep;
  readonly reason: string;
  readonly operators: readonly string[];
}

async function tellOf(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  { row, step, reason, operators }: Told,
): Promise<void> {
  const key = `totp ${step} ${row.person_id} ${tx.now.toISOString()}`;
  const about = `ending:${row.role}` as const;
  const { name } = row;
  if (step === 'askFactorOff') {
    const message = {
      title: { zh: '有一项解除动态口令的提议待您复核', en: 'A lost second factor waits for a second operator' },
      body: {
        zh: `另一位运营提议解除${name}的动态口令。请先核实是本人。原因：${reason}`,
        en: `Another operator asks to take off the second factor of ${name}. See first that it is they. Reason: ${reason}`,
      },
    };
    return tellPeople(tx, kit, { personIds: operators, key, about, message });
  }
  const taken = step === 'takeFactorOff';
  const answer = {
    title: taken
      ? { zh: '您提议的解除动态口令已办理', en: 'The second factor you asked about was taken off' }
      : { zh: '您提议的解除动态口令未获同意', en: 'The second factor you asked about was kept' },
    body: { zh: `${name}。${reason}`, en: `${name}. ${reason}` },
  };
  const asker = { personIds: [row.removal_by!], key: `${key} asker`, about, message: answer };
  if (!taken) return tellPeople(tx, kit, asker);
  const message = {
    title: { zh: '您账号的动态口令已解除', en: 'The second factor of your account was taken off' },
    body: {
      zh: '所有登录都已结束。请重新登录工作台，并绑定新的动态口令。如果不是您本人要求的，请立即联系平台。',
      en: 'All sign-ins have ended. Sign in anew and enrol another. If you did not ask for it, tell the platform at once.',
    },
  };
  const owner = { personIds: [row.person_id], key, about: 'sessions:own', message } as const;
  await tellPeople(tx, kit, [asker, { ...owner, sms: true, everybody: true }]);
}
