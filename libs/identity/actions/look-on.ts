import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import type { IdentityKit } from '../store/identity-kit';
import { beginViewing, endViewing, peopleViewed } from '../store/viewing.sql';
import { tellPeople } from './tell-people';

/** Long enough to be told of a trouble by phone and to look, short enough to be no way of working. */
export const VIEWING_MS = 30 * 60_000;

interface Wanted {
  readonly sessionId: string;
  readonly personId: string;
  readonly supplierId: string;
  readonly reason: string;
}

/**
 * From now on the session reads what a supplier's people read, as they see it, for half an hour: nothing is done in their name, nothing
 * sealed is opened, and no file goes out. They are told at once, with the reason; the trail of the supplier has its beginning, until when
 * at the latest, and its end where somebody ended it before.
 *
 * @throws ProblemError NOT_FOUND where nobody acts for such a supplier
 */
export async function lookOn(tx: Tx, kit: Pick<IdentityKit, 'vault' | 'notices'>, wanted: Wanted): Promise<void> {
  const { sessionId, personId, supplierId, reason } = wanted;
  const people = await tx.sql(peopleViewed, [supplierId]);
  if (people.length === 0) throw fail('NOT_FOUND');
  await lookNoLonger(tx, sessionId);
  const endsAt = new Date(tx.now.getTime() + VIEWING_MS);
  await tx.sql(beginViewing, [sessionId, personId, supplierId, reason, tx.now, endsAt]);
  tx.audit({
    ...{ action: 'viewing.begin', subjectKind: 'supplier', subjectId: supplierId },
    after: { reason, endsAt: endsAt.toISOString() },
  });
  await tellPeople(tx, kit, {
    personIds: people.map(({ person_id: id }) => id),
    key: `viewing ${sessionId} ${tx.now.toISOString()}`,
    about: `viewing:${supplierId}`,
    message: {
      title: { zh: '平台运营正在查看您的工作台', en: 'An operator of the platform looks at your console' },
      body: {
        zh: `原因：${reason}。对方最长查看 30 分钟，只能看，不能操作，也看不到收货人等加密信息。如有疑问请联系平台。`,
        en: `Reason: ${reason}. For thirty minutes at most; they can do nothing there and see nothing sealed, such as receivers. Ask the platform if you wonder.`,
      },
    },
  });
}

/** The session is its own again; where it looked on as nobody nothing changes. */
export async function lookNoLonger(tx: Tx, sessionId: string): Promise<void> {
  const [ended] = await tx.sql(endViewing, [sessionId, tx.now]);
  if (!ended || ended.ends_at <= tx.now) return;
  tx.audit({ action: 'viewing.end', subjectKind: 'supplier', subjectId: ended.organisation_id });
}
