import { fail, type Role } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { isOfFactor, platformSteps, TEAMS, type Acting, type Step } from '../../rules/team';
import {
  decideEnding,
  dropEnding,
  endHeld,
  heldSeen,
  lockOperators,
  proposeEnding,
  type HeldRow,
} from '../../store/people.sql';
import { PLATFORM_ROLE_NAMES } from '../platform-role-names';
import { tellPeople } from '../tell-people';
import { heldOf } from './view-people';

type PlatformStep = 'propose' | 'withdraw' | 'confirm' | 'refuse';
type Decision = Exclude<PlatformStep, 'propose'>;

export const isOfPlatform = (step: Step): step is PlatformStep =>
  step !== 'end' && step !== 'handOver' && !isOfFactor(step);

/**
 * Ends a role of the platform: an operator proposes, which the others are told, another confirms or refuses, and whoever proposed takes it
 * back. What somebody proposed who is no operator any more counts for nothing. Whom the end is about is told, and acts so no more from
 * the next request on.
 *
 * @throws ProblemError NOT_FOUND, FORBIDDEN (no operator any more, nothing proposed or proposed already, or by the same), LAST_OF_TEAM
 */
export async function stepPlatform(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  acting: Acting,
  { id, step, reason }: { id: string; step: PlatformStep; reason: string },
): Promise<void> {
  const rows = await tx.sql(lockOperators);
  const operators = rows.map(({ person_id: personId }) => personId);
  const still = { ...acting, isOperator: acting.isOperator && operators.includes(acting.personId) };
  const [row] = await tx.sql(heldSeen, [acting.personId, TEAMS, acting.isOperator, id]);
  if (!row) throw fail('NOT_FOUND');
  if (!platformSteps(heldOf(row), row.ending_by, still).includes(step)) throw fail('FORBIDDEN');
  if (step === 'propose') {
    await tx.sql(dropEnding, [id, acting.personId, tx.now]);
    await tx.sql(proposeEnding, [id, reason, acting.personId, tx.now]);
    await tellPeople(tx, kit, {
      personIds: operators,
      key: `role ending proposed ${id} ${tx.now.toISOString()}`,
      message: proposed(row, reason),
      about: `ending:${row.role}`,
    });
  } else await decide(tx, rows, row, { by: acting.personId, step });
  const action = `role.${step}End`;
  tx.audit({ action, subjectKind: 'person', subjectId: row.person_id, after: { role: row.role, reason } });
  if (step !== 'propose' && step !== 'withdraw' && row.ending_by)
    await tellPeople(tx, kit, {
      personIds: [row.ending_by],
      key: `role ending decided ${id} ${tx.now.toISOString()}`,
      about: `ending:${row.role}`,
      message: decided(row, step, reason),
    });
  if (step === 'confirm')
    await tellPeople(tx, kit, {
      personIds: [row.person_id],
      key: `role ended ${id}`,
      about: 'roles:own',
      message: ended(row.role, reason),
    });
}

async function decide(
  tx: Tx,
  operators: readonly { person_id: string; can_act: boolean }[],
  row: HeldRow,
  { by, step }: { by: string; step: Decision },
): Promise<void> {
  const outcome = step === 'confirm' ? 'ended' : 'withdrawn';
  const [decided] = await tx.sql(decideEnding, [row.id, outcome, by, tx.now]);
  must(decided, 'what is proposed is decided once, under the lock');
  if (step !== 'confirm') return;
  const left = operators.filter((one) => one.can_act && one.person_id !== row.person_id);
  if (row.role === 'operator' && left.length === 0) throw fail('LAST_OF_TEAM');
  const [over] = await tx.sql(endHeld, [row.id, tx.now, by]);
  must(over, 'a role that stands ends');
}

const nameOf = (role: Role): string => PLATFORM_ROLE_NAMES[role]?.zh ?? role;

const proposed = ({ role, name }: HeldRow, reason: string) => ({
  title: { zh: '有一项免去岗位的提议待您复核', en: 'The end of a role waits for a second operator' },
  body: {
    zh: `另一位运营提议免去${name}在平台的“${nameOf(role)}”岗位。原因：${reason}`,
    en: `Another operator proposes that ${name} no longer acts for the platform (${role}). Reason: ${reason}`,
  },
});

const ended = (role: Role, reason: string) => ({
  title: { zh: '您的岗位已结束', en: 'Your role has ended' },
  body: {
    zh: `您在平台的“${nameOf(role)}”岗位已结束。原因：${reason}`,
    en: `Your role on the platform (${role}) has ended. Reason: ${reason}`,
  },
});

const decided = ({ role, name }: HeldRow, step: 'confirm' | 'refuse', reason: string) =>
  step === 'confirm'
    ? {
        title: { zh: '您提议的免去已确认', en: 'The end of a role you proposed was confirmed' },
        body: {
          zh: `${name}不再担任平台的“${nameOf(role)}”岗位。${reason}`,
          en: `${name} no longer acts for the platform (${role}). ${reason}`,
        },
      }
    : {
        title: { zh: '您提议的免去未获同意', en: 'The end of a role you proposed was refused' },
        body: {
          zh: `${name}继续担任平台的“${nameOf(role)}”岗位。原因：${reason}`,
          en: `${name} goes on acting for the platform (${role}). Reason: ${reason}`,
        },
      };
