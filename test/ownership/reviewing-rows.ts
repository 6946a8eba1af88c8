import type { RouteKey } from '@xihuo/contract';
import { paperwork } from '@xihuo/testing';
import { JUDGES } from './applying-rows';
import { row, type Row } from './table';
import type { Made, World } from './world';

const SIGNED = {
  agriculture: { department: 'agriculture', confirmed: ['producesHere', 'supplyCapacity', 'quality'] },
  revitalisation: { department: 'revitalisation', confirmed: ['linkageReal', 'householdsNamed', 'incomeEffect'] },
} as const;
const CREDIT = (queriedOn: string) => ({
  snapshots: (['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty'] as const).map((register) => ({
    ...{ register, status: 'clear', queriedOn, source: 'test' },
  })),
});
const REASON = { reason: '材料不齐，请核对后再报' };
const CORRECTIONS = { ...REASON, fields: [{ pointer: '/subject/address', note: '与执照不符' }] };
const TICKS = ['S01', 'S12'].map((criterion) => ({ criterion, result: 'pass', note: '原件一致' }));

/** Nothing but an application that was handed in. */
const submitted: Row['make'] = async ({ watch }) => ({ ids: { id: (await watch.application()).id } });

const recommended: Row['make'] = async ({ watch }) => {
  const { id } = await watch.application();
  await watch.recommended(id);
  await watch.clear(id);
  return { ids: { id }, version: await watch.version(id) };
};

/** Claimed by `reviewer`, who declared that nothing ties them to it. */
const claimed: Row['make'] = async (world) => {
  const made = await recommended(world);
  await world.granted('reviewer', `${CASE}/claim`, made);
  await world.granted('reviewer', `${CASE}/declare`, { ...made, body: { conflict: false, note: '' } });
  return { ...made, version: await world.watch.version(String(made.ids!['id'])) };
};

const ticked: Row['make'] = async (world) => {
  const made = await claimed(world);
  await world.granted('reviewer', TICKING, {
    ...made,
    version: await claimVersion(world, made),
    body: { items: TICKS },
  });
  return made;
};

const claimVersion = ({ watch }: World, { ids }: Made) =>
  watch.count(`select row_version from admission.review where application_id = $1 and state = 'claimed'`, [ids!['id']]);

const atProvince: Row['make'] = async ({ watch }) => {
  const { id } = await watch.application({ levels: ['province'] });
  await watch.recommended(id);
  return { ids: { id }, version: await watch.version(id) };
};

const withBody =
  (make: Row['make'], body: object): Row['make'] =>
  async (world) => ({ ...(await make(world)), body });

const CASE = 'POST /admission/applications/{id}' as const;
const TICKING = 'PUT /admission/applications/{id}/checklist' as const;

async function inspection(world: World): Promise<Made> {
  const body = { plannedOn: await world.day(30), reason: '核实基地' };
  const made = await world.granted('reviewer', `${CASE}/inspections`, { ...(await submitted(world)), body });
  return { ids: { id: made['id'] as string } };
}

/** A county has its own file, and asks whoever is above it for the case. */
const FILERS = JUDGES.filter((name) => !name.startsWith('county'));

const VISITORS = ['countyAgriculture', 'countyRevitalisation', 'reviewer'] as const;

const objection: Row['make'] = async (world) => {
  const { watch } = world;
  const { id } = await watch.application();
  await watch.published(id);
  const [notice] = await watch.rows<{ id: string }>('select id from admission.public_notice where subject_id = $1', [
    id,
  ]);
  await world.house.rows('delete from platform.rate_window');
  const made = await world.granted('anonymous', 'POST /public-notices/{id}/objections', {
    ids: { id: notice!.id },
    body: { name: '示例村民', phone: '10000000001', statement: '该社的苹果不是本县所产，请核查' },
  });
  return { ids: { id: made['id'] as string } };
};

const report = async (world: World) => ({
  ...{ visitedOn: await world.day(0), place: '示例村基地', result: 'pass', summary: '与申请一致' },
  findings: [{ item: '基地', result: 'pass', note: '' }],
});

const noted: Row['make'] = async (world) => ({ ...(await submitted(world)), body: CREDIT(await world.day(0)) });

const INSPECTION = '/admission/inspections/{id}' as const;
const corrections: RouteKey = `${CASE}/request-corrections`;

/** What those do who judge an application. */
export const reviewingRows: readonly Row[] = [
  row('GET /admission/applications/{id}/review', 'an application', JUDGES, submitted),
  row('GET /admission/applications/{id}/case-file', 'an application', FILERS, submitted),
  row(
    `${CASE}/recommend`,
    'an application',
    ['countyAgriculture'],
    withBody(submitted, { ...SIGNED.agriculture, opinion: '同意推荐' }),
  ),
  row(
    `${CASE}/recommend`,
    'an application',
    ['countyRevitalisation'],
    withBody(submitted, { ...SIGNED.revitalisation, opinion: '同意推荐' }),
  ),
  row(
    `${CASE}/check`,
    'an application at the province',
    ['auditor'],
    withBody(atProvince, { level: 'province', opinion: '同意' }),
  ),
  row(`${CASE}/claim`, 'a recommended application', ['reviewer'], recommended),
  row(`${CASE}/release`, 'a claimed application', ['reviewer'], withBody(claimed, REASON)),
  row(`${CASE}/declare`, 'a claimed application', ['reviewer'], withBody(claimed, { conflict: false, note: '' })),
  row(TICKING, 'a claimed application', ['reviewer'], async (world) => {
    const made = await claimed(world);
    return { ...made, version: await claimVersion(world, made), body: { items: TICKS } };
  }),
  row(
    `${CASE}/decide`,
    'a ticked application',
    ['reviewer'],
    withBody(ticked, { verdict: 'approve', reason: '逐项核对完毕' }),
  ),
  row(
    corrections,
    'an application at the county',
    ['countyAgriculture', 'countyRevitalisation'],
    withBody(submitted, CORRECTIONS),
  ),
  row(corrections, 'an application at the province', ['auditor'], withBody(atProvince, CORRECTIONS)),
  row(corrections, 'a claimed application', ['reviewer'], withBody(claimed, CORRECTIONS)),
  row(
    `${CASE}/reject`,
    'an application at the county',
    ['countyAgriculture', 'countyRevitalisation'],
    withBody(submitted, REASON),
  ),
  row(`${CASE}/reject`, 'an application at the province', ['auditor'], withBody(atProvince, REASON)),
  row(`${CASE}/inspections`, 'an application', VISITORS, async (world) => ({
    ...(await submitted(world)),
    body: { plannedOn: await world.day(30), reason: '核实基地' },
  })),
  row(`GET ${INSPECTION}`, 'an inspection', JUDGES, inspection),
  row(`POST ${INSPECTION}/report`, 'an inspection', VISITORS, async (world) => ({
    ...(await inspection(world)),
    body: await report(world),
  })),
  row(`POST ${INSPECTION}/cancel`, 'an inspection', VISITORS, withBody(inspection, { reason: '改期' })),
  row(`POST ${INSPECTION}/files`, 'an inspection', VISITORS, async (world) => ({
    ...(await inspection(world)),
    ...{ body: paperwork.PDF, headers: paperwork.AS_PDF },
  })),
  row(`GET ${INSPECTION}/files/{fileId}`, 'a file of an inspection', JUDGES, async (world) => {
    const { ids } = await inspection(world);
    const { files } = await world.granted('reviewer', `POST ${INSPECTION}/files`, {
      ...{ ids: ids!, body: paperwork.PDF, headers: paperwork.AS_PDF },
    });
    return { ids: { ...ids, fileId: (files as string[])[0]! } };
  }),
  row('GET /admission/applications/{id}/credit', 'an application', JUDGES, submitted),
  row('POST /admission/applications/{id}/credit', 'an application', VISITORS, noted),
  row('GET /admission/objections/{id}', 'an objection', ['auditor', 'reviewer', 'operator'], objection),
  row(
    'POST /admission/objections/{id}/reveal',
    'an objection',
    ['reviewer'],
    withBody(objection, { purpose: '核实情况' }),
  ),
  row(
    'POST /admission/objections/{id}/decide',
    'an objection',
    ['reviewer'],
    withBody(objection, { decision: 'dismissed', reason: '已到基地核实，产地属实' }),
  ),
];
