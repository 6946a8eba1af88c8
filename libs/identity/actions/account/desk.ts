import type { InputOf } from '@xihuo/contract';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { lockPerson } from '../../store/consent.sql';
import { deskListOf, keepDeskList } from '../../store/desk.sql';

/** The console has fewer lists than that. */
const MOST = 100;
/** Of a list of which nothing is kept. */
const NOTHING_KEPT = 1;

/** @throws ProblemError STALE_VERSION where another device was faster */
export async function keepList(
  tx: Tx,
  personId: string,
  { list, look, views }: InputOf<'PUT /me/lists'>['body'],
  version: number,
): Promise<{ version: number }> {
  await tx.sql(lockPerson, [personId]);
  const [stands] = await tx.sql(deskListOf, [personId, list]);
  mustBeVersion(stands?.version ?? NOTHING_KEPT, version);
  const next = version + 1;
  await tx.sql(keepDeskList, [personId, list, JSON.stringify(look), JSON.stringify(views), next, tx.now, MOST]);
  return { version: next };
}
