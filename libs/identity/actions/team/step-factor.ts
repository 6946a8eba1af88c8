import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { factorSteps, isOfFactor, TEAMS, type Acting, type FactorStep, type Step } from '../../rules/team';
import { askRemoval, decideRemoval, deleteTotpSecret } from '../../store/factor-removal.sql';
import { heldSeen, lockOperators, type HeldRow } from '../../store/people.sql';
import { endSessionsOf } from '../../store/session.sql';
import { tellPeople, type Telling } from '../tell-people';
import { factorWords } from './factor-words';
import { factorOf } from './view-people';

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
 * Of somebody of the platform it must be no way into their account, also for two operators who are of one mind. They are told when it
 * is asked, a day passes before it may be done, and it may not once they have shown the factor: whoever still has it stops it by signing
 * in. What was taken off is enrolled anew by an invitation that the second operator alone reads and tells in person, as that of a new
 * role; to use it one must have come in by the password or the phone of its owner, which no operator has. So neither operator, nor
 * both, nor whoever got hold of the phone comes in alone. Where there is no second operator the command line is left.
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
  const may = factorSteps(factorOf(row), still);
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

function tellOf(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  { row, step, reason, operators }: Told,
): Promise<void> {
  const key = `totp ${step} ${row.person_id} ${tx.now.toISOString()}`;
  const about = `ending:${row.role}` as const;
  const { name, of_platform: ofPlatform, person_id: personId, removal_by: askedBy } = row;
  const tell = (personIds: readonly string[], to: string, message: Telling['message']): Telling => ({
    ...{ personIds, key: `${key} ${to}`, about, message },
  });
  const owner = (message: Telling['message']): Telling => ({
    ...tell([personId], 'owner', message),
    ...{ about: 'sessions:own', sms: true, everybody: true },
  });
  if (step === 'askFactorOff') {
    const toOthers = tell(operators, 'others', factorWords.asked(name, { reason, ofPlatform }));
    return tellPeople(tx, kit, [toOthers, ...(ofPlatform ? [owner(factorWords.askedOfOwn)] : [])]);
  }
  const taken = step === 'takeFactorOff';
  const asker = tell([askedBy!], 'asker', factorWords.answer(name, { reason, taken }));
  if (!taken) return tellPeople(tx, kit, [asker, ...(ofPlatform ? [owner(factorWords.keptOfOwn)] : [])]);
  const others = operators.filter((id) => id !== askedBy && id !== personId);
  return tellPeople(tx, kit, [
    ...[asker, owner(factorWords.takenOfOwn(ofPlatform))],
    ...(ofPlatform ? [tell(others, 'others', factorWords.taken(name))] : []),
  ]);
}
