import { fail, SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { dutyAgainst, ROLES_WITH_DUTIES, type Duty } from '../../rules/duties';
import { actsSo, phoneOfColleague, rolesAt } from '../../store/offer.sql';

interface Wanted {
  readonly role: Role;
  readonly personId: string | null;
  readonly phone: Buffer | null;
}

/** The duty that the person, or whoever has the same phone, has already and that the role does not go with; null where there is none. */
export async function dutyHeld(tx: Pick<Tx, 'sql'>, { role, personId, phone }: Wanted): Promise<Duty | null> {
  const held = await tx.sql(rolesAt, [personId, phone, ROLES_WITH_DUTIES]);
  return dutyAgainst(
    role,
    held.map((one) => one.role),
  );
}

/**
 * Refuses a role that does not go with what the person, or whoever has the same phone, does already.
 *
 * @throws ProblemError DUTIES_APART with the duty it does not go with as `duty`
 */
export async function mustStandApart(tx: Pick<Tx, 'sql'>, wanted: Wanted): Promise<void> {
  const duty = await dutyHeld(tx, wanted);
  if (duty !== null) throw fail('DUTIES_APART', { extra: { duty } });
}

/**
 * Refuses as somebody new whoever has the phone of somebody of the platform: one person would be two, and would confirm what they
 * proposed. They are offered more as the colleague they are. Numbers that those who give the role had before are theirs still: a card
 * outlives its link.
 *
 * @param givers who proposes, and who confirms
 * @throws ProblemError DUTIES_APART with `colleague` as `duty`
 */
export async function mustBeNoColleague(
  tx: Pick<Tx, 'sql'>,
  { phone, givers }: { phone: Buffer; givers: readonly string[] },
): Promise<void> {
  const [found] = await tx.sql(phoneOfColleague, [phone, SECOND_FACTOR_ROLES, givers]);
  if (found) throw fail('DUTIES_APART', { extra: { duty: 'colleague' } });
}

/** @throws ProblemError INVALID_INPUT: they act so already */
export async function mustNotActSo(
  tx: Pick<Tx, 'sql'>,
  { personId, role, jurisdiction }: { personId: string; role: Role; jurisdiction: string | null },
): Promise<void> {
  const [held] = await tx.sql(actsSo, [personId, role, jurisdiction]);
  if (held) throw fail.inField('INVALID_INPUT', 'as/platform', 'acts so already');
}
