import { fail, type Role } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { dutyAgainst, ROLES_WITH_DUTIES } from '../../rules/duties';
import { actsSo, rolesAt } from '../../store/offer.sql';

/**
 * Refuses a role that does not go with what the person, or whoever has the same phone, does already.
 *
 * @throws ProblemError DUTIES_APART with the duty it does not go with as `duty`
 */
export async function mustStandApart(
  tx: Pick<Tx, 'sql'>,
  { role, personId, phone }: { role: Role; personId: string | null; phone: Buffer | null },
): Promise<void> {
  const held = await tx.sql(rolesAt, [personId, phone, ROLES_WITH_DUTIES]);
  const duty = dutyAgainst(
    role,
    held.map((one) => one.role),
  );
  if (duty !== null) throw fail('DUTIES_APART', { extra: { duty } });
}

/** @throws ProblemError INVALID_INPUT: they act so already */
export async function mustNotActSo(
  tx: Pick<Tx, 'sql'>,
  { personId, role, jurisdiction }: { personId: string; role: Role; jurisdiction: string | null },
): Promise<void> {
  const [held] = await tx.sql(actsSo, [personId, role, jurisdiction]);
  if (held) throw fail.inField('INVALID_INPUT', 'as/platform', 'acts so already');
}
