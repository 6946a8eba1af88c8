import { dues, work } from '@xihuo/benefit';
import { must, time } from '@xihuo/kernel';
import { newId, statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast, type Person } from './cast';
import { householdIds, organisationIds } from './lookups';
import { STORY } from './season';
import { specimen } from './specimen';
import type { SeedKit, SeedStep } from './step';

/** A village collective that has a share of what is shared out. */
const COLLECTIVE = 'S087';
/** Households of the demonstration supplier, none of them on the phone of the demonstration account. */
const PAID = { confirmed: 'F01434', waiting: 'F01435', contested: 'F01436' } as const;
const OBJECTS = { waiting: 'F01437', atCounty: 'F01438' } as const;
const WORKS = { waiting: 'F01425', witnessed: 'F01427', contested: 'F01434' } as const;

const farmerOf = statement<{ person_id: string }>(
  'seed.farmer_of',
  `select person_id from identity.role_grant_v where household_id = $1 and role = 'farmer' order by person_id limit 1`,
);
const lineOf = statement<{ id: string }>(
  'seed.line_of',
  `select id from benefit.obligation_v where household_id = $1 and kind = 'floorPrice' order by id desc limit 1`,
);
const workplaceOf = statement<{ id: string; by_piece: boolean }>(
  'seed.workplace_of',
  `select id, piece_rate_fen is not null as by_piece from benefit.agreement_v
    where household_id = $1 and kind = 'employment' and state = 'inForce' order by id limit 1`,
);

export interface Scene {
  readonly as: (person: Person) => Tx;
  readonly clerk: Tx;
  readonly supplierId: string;
  readonly collectiveId: string;
  readonly household: (reference: string) => { id: string; phone: () => Promise<Tx> };
}

/** @param supplier its reference; the demonstration's own where absent */
export async function sceneOf(tx: Tx, kit: SeedKit, supplier: string = STORY.supplier): Promise<Scene> {
  const as = actingIn(tx);
  const households = await householdIds(tx, kit.vault);
  const organisations = await organisationIds(tx);
  return {
    as,
    clerk: as((await Cast.of(tx)).clerk(supplier)),
    supplierId: organisations.of(supplier),
    collectiveId: organisations.of(COLLECTIVE),
    household(reference) {
      const id = households.get(reference);
      must(id, `household ${reference} was seeded`);
      const grant = { role: 'farmer' as const, organisationId: null, jurisdiction: null, householdId: id };
      const phone = async () => {
        const [person] = await tx.sql(farmerOf, [id]);
        return as({ kind: 'person', personId: person!.person_id, grants: [grant] });
      };
      return { id, phone };
    },
  };
}

/** Money the supplier handed over itself: a household confirmed it, another has not answered, a third has not had it. */
async function payPast(tx: Tx, kit: SeedKit): Promise<void> {
  const { clerk, supplierId, household } = await sceneOf(tx, kit);
  const paidOn = time.addDays(time.businessDate(tx.now), -1);
  for (const [outcome, reference] of Object.entries(PAID)) {
    const { id: householdId, phone } = household(reference);
    const paper = specimen('Receipt for cash', [`Household ${reference}`, `Received on ${paidOn}: 60.00 yuan`]);
    const paperId = await dues.putPaper(clerk, kit.files, { supplierId, householdId, paper });
    const id = newId();
    await dues.recordPayment(clerk, kit, {
      ...{ id, supplierId, householdId, method: 'cash', paidOn, paperId },
      amount: { amount: '6000', currency: 'CNY' },
    });
    if (outcome === 'confirmed') await dues.confirmPayment(await phone(), kit, { id, version: 1 });
    if (outcome === 'contested')
      await dues.contestPayment(await phone(), kit, { id, version: 1, reason: '没收到钱：那天我不在家' });
  }
}

/** Lines that households find wrong: one waits for the supplier, one went on to the county. */
async function object(tx: Tx, kit: SeedKit): Promise<void> {
  const { clerk, household } = await sceneOf(tx, kit);
  const objected = async (reference: string, reason: string) => {
    const { id, phone } = household(reference);
    const [line] = await tx.sql(lineOf, [id]);
    must(line, `${reference} has brought something`);
    const farmer = await phone();
    return { farmer, ...(await dues.contestLine(farmer, kit, { obligationId: line.id, reason })) };
  };
  await objected(OBJECTS.waiting, '数量不对：少算了一袋');
  const { farmer, id } = await objected(OBJECTS.atCounty, '金额少了：说好按一级收');
  const words = '按协议的保底价乘以过秤重量计算，等级不另加价';
  await dues.answerContest(clerk, kit, { id, version: 1, words, add: null });
  await dues.escalateContest(farmer, kit, { id, version: 2 });
}

/** Work of last week: a sheet that waits for the worker, one signed before a witness, one that the worker says is wrong. */
async function workSheets(tx: Tx, kit: SeedKit): Promise<void> {
  const { clerk, supplierId, household } = await sceneOf(tx, kit);
  const day = time.addDays(time.businessDate(tx.now), -5);
  for (const [outcome, reference] of Object.entries(WORKS)) {
    const { id: householdId, phone } = household(reference);
    const [place] = await tx.sql(workplaceOf, [householdId]);
    must(place, `${reference} works for the supplier`);
    const line = {
      id: newId(),
      agreementId: place.id,
      from: day,
      to: day,
      days: 1,
      pieces: place.by_piece ? 30 : null,
      worker: null,
    };
    const paper = specimen('Sheet of work', [`Household ${reference}`, `Worked on ${day}`]);
    const witness =
      outcome === 'witnessed'
        ? {
            ...{ name: '示例村干部', role: 'villageOfficer' as const },
            paperId: await dues.putPaper(clerk, kit.files, { supplierId, householdId, paper }),
          }
        : null;
    await work.enter(clerk, kit, { supplierId, lines: [line], witness });
    if (outcome === 'contested')
      await work.contest(await phone(), kit, { id: line.id, version: 1, reason: '件数不对：那天做了 36 筐' });
  }
}

/** A meeting decides what is shared out: rents first, then the collective, then by shares; and what is still to be decided. */
async function shareOut(tx: Tx, kit: SeedKit): Promise<void> {
  const { clerk, supplierId, collectiveId } = await sceneOf(tx, kit);
  const year = Number(time.businessDate(tx.now).slice(0, 4));
  const paper = specimen('Resolution of the meeting', [`To share out 26,000.00 yuan of ${year} by shares`]);
  const paperId = await dues.putPaper(clerk, kit.files, { supplierId, paper });
  const pool = (title: string, fen: string, withLandRent: boolean) =>
    dues.drawPool(clerk, {
      ...{ supplierId, title, year, paperId, withLandRent },
      collective: { organisationId: collectiveId, shareBp: 1_000 },
      declared: { amount: fen, currency: 'CNY' },
    });
  const { id } = await pool('土地租金与分红', '2600000', true);
  await dues.declarePool(clerk, kit, { id, version: 1 });
  await pool('年末分红', '1800000', false);
}

/** So that nobody's pages of work, payments, objections and pools begin empty. */
export const duesSteps: SeedStep[] = [
  { name: 'dues.paidOutside', daysAgo: 0, run: payPast },
  { name: 'dues.objections', daysAgo: 0, run: object },
  { name: 'dues.work', daysAgo: 0, run: workSheets },
  { name: 'dues.pools', daysAgo: 0, run: shareOut },
];
