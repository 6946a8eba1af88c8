import { fail, type InputOf } from '@xihuo/contract';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { lockPerson } from '../../store/consent.sql';
import { deskListOf, keepDeskList, sizeOfViews } from '../../store/desk.sql';

/** The console has fewer lists than that. */
const MOST = 100;
/** Of all views of a list together, in bytes; what the table holds to as well. */
const MOST_OF_VIEWS = 65_536;
/** Of a list of which nothing is kept. */
const NOTHING_KEPT = 1;

/** @throws ProblemError VIEWS_TOO_LARGE, STALE_VERSION where another device was faster */
export async function keepList(
  tx: Tx,
  personId: string,
  { list, look, views }: InputOf<'PUT /me/lists'>['body'],
  version: number,
): Promise<{ version: number }> {
  const [size] = await tx.sql(sizeOfViews, [JSON.stringify(views)]);
  if (size!.bytes > MOST_OF_VIEWS) throw fail('VIEWS_TOO_LARGE');
  await tx.sql(lockPerson, [personId]);
  const [stands] = await tx.sql(deskListOf, [personId, list]);
  mustBeVersion(stands?.version ?? NOTHING_KEPT, version);
  const next = version + 1;
  await tx.sql(keepDeskList, [personId, list, JSON.stringify(look), JSON.stringify(views), next, tx.now, MOST]);
  return { version: next };
}
