import { watch } from '@xihuo/admission';
import { count, type Season } from './season';
import { endShort } from './trade';
import { admitDue, apply } from './village';

/** Days from one applicant to the next, and from one supplier that wants to leave to the next. */
const APPLIES = 45;
const LEAVES = 60;
/** At least so many stay: a day is traded over ten. */
const STAY = 10;
/** The public notice of a wish to leave, and a day. */
const NOTICE_DAYS = 31;
const REASON = '转为来料加工，不再直接销售';

/** Suppliers are admitted, and leave. */
export async function comeAndGo(season: Season): Promise<void> {
  const { village, day } = season;
  season.step = 'admission';
  if (day % APPLIES === 5) {
    await apply(village);
    count(season, 'application');
  }
  count(season, 'admission', (await admitDue(village)).length);
  season.step = 'leaving';
  for (const seller of village.sellers.filter(({ leaving }) => leaving !== null && leaving.until <= day))
    await leave(season, seller);
  if (day % LEAVES === 10) await askToLeave(season);
}

async function askToLeave(season: Season): Promise<void> {
  const { village, chance, day } = season;
  const staying = village.sellers.filter(({ hasLeft, leaving }) => !hasLeft && leaving === null);
  if (staying.length <= STAY) return;
  const seller = chance.pick(staying);
  const { supplierId, owner } = seller;
  const { watching: desk } = village;
  const { caseId } = await desk.by(owner, (tx) => watch.askToLeave(tx, desk, { supplierId, reason: REASON }));
  const version = await desk.versionOf('watch_case', caseId);
  const proposer = await desk.person('reviewer');
  await desk.by(proposer, (tx) => watch.propose(tx, desk, { id: caseId, version, kind: 'exit', reason: REASON }));
  seller.leaving = { caseId, until: day + NOTICE_DAYS };
  count(season, 'asked to leave');
}

/** Decided by a second reviewer: nothing of it is sold any more, and what has not left never will. */
async function leave(season: Season, seller: Season['village']['sellers'][number]): Promise<void> {
  const { watching: desk } = season.village;
  const { caseId: id } = seller.leaving!;
  const version = await desk.versionOf('watch_case', id);
  const decider = await desk.person('reviewer');
  await desk.by(decider, (tx) => watch.decide(tx, desk, { id, version, decision: 'imposed', reason: REASON }));
  seller.leaving = null;
  seller.hasLeft = true;
  for (const part of season.parts.filter((one) => one.seller === seller && one.state === 'toShip'))
    await endShort(season, part);
  count(season, 'left');
}
