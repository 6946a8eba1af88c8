import type { ResponseOf } from '@xihuo/contract';
import type { Database, Grant } from '@xihuo/platform';
import { mayEnrolAlone } from '../../rules/session-limits';
import { ownFactor } from '../../store/own-factor.sql';

/** Whether one's second factor is enrolled, and what one would show to enrol one: nothing where that is not for oneself to do. */
export async function viewFactor(
  database: Pick<Database, 'read'>,
  { id, grants }: { id: string; grants: readonly Grant[] },
): Promise<ResponseOf<'GET /me/second-factor'>> {
  const [own] = await database.read(ownFactor, [id]);
  const enrolledAt = own?.enrolled_at ?? null;
  const may = enrolledAt === null && mayEnrolAlone(grants);
  return {
    enrolledAt: enrolledAt?.toISOString() ?? null,
    by: may
      ? [...(own?.password_phc ? (['password'] as const) : []), ...(own?.has_phone ? (['phone'] as const) : [])]
      : [],
  };
}
