import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { isLastOf, isOfFactor, stepsWith, TEAMS, type Acting } from '../../rules/team';
import { endHeld, heldSeen, lockTeam, makeLasting, type HeldRow } from '../../store/people.sql';
import { stepOffer } from '../offers/step-offer';
import { tellPeople } from '../tell-people';
import { stepFactor } from './step-factor';
import { isOfPlatform, stepPlatform } from './step-platform';
import { heldOf, teamOf } from './view-people';

interface Wanted extends Pick<InputOf<'POST /people/{id}/steps'>['body'], 'step' | 'reason'> {
  id: string;
}

/**
 * Ends what somebody acts as, hands the own role over, decides on an offered one, or on a second factor that was lost. Holds on the next request of whom it is about; they are told.
 *
 * @throws ProblemError NOT_FOUND, LAST_OF_TEAM (nobody would be left who lasts), FORBIDDEN
 */
export async function stepPerson(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'sms' | 'tellEach' | 'smsEach'> },
  acting: Acting,
  { id, step, reason }: Wanted,
): Promise<void> {
  tx.attempt({ action: `role.${step}`, subjectKind: 'roleGrant', subjectId: id });
  if (isOfPlatform(step) && (await stepOffer(tx, kit, acting, { id, step, reason }))) return;
  if (isOfPlatform(step)) return stepPlatform(tx, kit, acting, { id, step, reason });
  if (isOfFactor(step)) return stepFactor(tx, kit, acting, { id, step, reason });
  await tx.sql(lockTeam, [id]);
  const [row] = await tx.sql(heldSeen, [acting.personId, TEAMS, acting.isOperator, id]);
  if (!row) throw fail('NOT_FOUND');
  const [grant, team] = [heldOf(row), teamOf(row)];
  if (!stepsWith(grant, team, acting).includes(step)) {
    // That it is the last is said to whom it would be let otherwise.
    const couldElse = acting.isOperator || row.person_id === acting.personId;
    throw fail(step === 'end' && isLastOf(grant, team) && couldElse ? 'LAST_OF_TEAM' : 'FORBIDDEN');
  }
  const ending = step === 'end' ? id : team.find(({ personId }) => personId === acting.personId)!.id;
  if (step === 'handOver') {
    const [lasting] = await tx.sql(makeLasting, [id]);
    must(lasting, 'a locked grant stands');
    const after = { role: row.role, from: acting.personId, reason };
    tx.audit({ action: 'role.handOver', subjectKind: 'person', subjectId: row.person_id, after });
  }
  const [ended] = await tx.sql(endHeld, [ending, tx.now, acting.personId]);
  must(ended, 'a locked grant stands');
  const leaving = step === 'end' ? row.person_id : acting.personId;
  tx.audit({
    ...{ action: 'role.end', subjectKind: 'person', subjectId: leaving },
    ...{ before: { role: row.role }, after: { role: null, reason } },
  });
  await tellPeople(tx, kit, {
    personIds: [row.person_id],
    key: `role ${step} ${id} ${tx.now.toISOString()}`,
    about: 'roles:own',
    message: messageOf(step, placeOf(row), reason),
  });
}

const placeOf = (row: HeldRow): string => row.organisation_name ?? row.region_name ?? '';

const messageOf = (step: 'end' | 'handOver', place: string, reason: string) =>
  step === 'end'
    ? {
        title: { zh: '您的岗位已结束', en: 'Your role has ended' },
        body: {
          zh: `您不再代表“${place}”办事。原因：${reason}`,
          en: `You no longer act for ${place}. Reason: ${reason}`,
        },
      }
    : {
        title: { zh: '岗位已移交给您', en: 'A role was handed over to you' },
        body: { zh: `“${place}”的岗位由您长期担任。${reason}`, en: `You now act for ${place} for good. ${reason}` },
      };
