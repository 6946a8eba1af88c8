import { watch as watching } from '@xihuo/admission';
import { paperwork } from '@xihuo/testing';
import { JUDGES, OWNER } from './applying-rows';
import { withBody } from './product-rows';
import { row, type Row } from './table';
import type { Made, World } from './world';

const REASON = '多批次农残超标，经核实属实';
const PLAN = {
  rootCause: '采收时混入外购原料',
  correctiveAction: '封存并召回该批次产品',
  preventiveAction: '入库逐批核对来源凭证',
};
const ANSWERED = ['name', 'address', 'contact', 'licence', 'representative'].map((item) => ({ item, unchanged: true }));

/** An admitted supplier for whom `supplier` acts. */
export const admitted = async (world: World): Promise<string> => world.owned((await world.watch.admitted()).supplierId);

/** Opened by a reviewer who is not among the callers. */
async function opened(world: World): Promise<Made> {
  const { watch } = world;
  const id = await watch.opened(await watch.person('reviewer'), await admitted(world));
  return { ids: { id }, version: await watch.versionOf('watch_case', id) };
}

async function proposed(world: World, kind: 'suspension' | 'exit' = 'suspension'): Promise<Made> {
  const made = await opened(world);
  const { watch } = world;
  const id = made.ids!['id'] as string;
  const wanted = { id, version: made.version!, kind, reason: REASON };
  await watch.by(await watch.person('reviewer'), (tx) => watching.propose(tx, watch, wanted));
  return { ids: { id }, version: await watch.versionOf('watch_case', id) };
}

/** As if the days of the statement window were over. */
async function heard(world: World, kind: 'suspension' | 'exit' = 'suspension'): Promise<Made> {
  const made = await proposed(world, kind);
  await world.house.rows('update admission.watch_case set statement_until = statement_until - 60 where id = $1', [
    made.ids!['id'],
  ]);
  return made;
}

const INSPECTORS = ['countyAgriculture', 'countyRevitalisation', 'reviewer'] as const;

/** Imposed by a reviewer who is not among the callers: those may decide about the appeal. */
async function measure(world: World, kind: 'suspension' | 'rectification' = 'suspension'): Promise<Made> {
  const { watch } = world;
  const { ids, version } = await opened(world);
  const wanted = { id: ids!['id'] as string, version: version!, kind, reason: REASON };
  const { measureId: id } = await watch.by(await watch.person('reviewer'), (tx) => watching.impose(tx, watch, wanted));
  return { ids: { id }, version: await watch.versionOf('measure', id) };
}

const rectification: Row['make'] = (world) => measure(world, 'rectification');

async function planned(world: World): Promise<Made> {
  const made = await rectification(world);
  const { version } = await world.granted('supplier', `POST ${OWN_MEASURE}/plan`, { ...made, body: PLAN });
  return { ...made, version: version as number };
}

async function reported(world: World): Promise<Made> {
  const made = await planned(world);
  const { version } = await world.granted('supplier', `POST ${OWN_MEASURE}/report`, { ...made, body: REPORT });
  return { ...made, version: version as number };
}

async function appeal(world: World): Promise<Made> {
  const made = await measure(world);
  const { id } = await world.granted('supplier', `POST ${OWN_MEASURE}/appeal`, { ...made, body: APPEAL });
  return { ids: { id: id as string } };
}

async function exit(world: World): Promise<Made> {
  const { watch } = world;
  const { ids, version } = await heard(world, 'exit');
  const decision = { id: ids!['id'] as string, version: version!, decision: 'imposed', reason: REASON } as const;
  await watch.by(await watch.person('reviewer'), (tx) => watching.decide(tx, watch, decision));
  const [made] = await watch.rows<{ id: string; row_version: number }>(
    `select procedure.id, procedure.row_version from admission.exit_procedure procedure
       join admission.measure on measure.id = procedure.measure_id where measure.case_id = $1`,
    [ids!['id']],
  );
  return { ids: { id: made!.id }, version: made!.row_version };
}

async function exitRequest(world: World): Promise<Made> {
  const { caseId } = await world.granted('supplier', 'POST /supplier/exit-requests', {
    body: { supplierId: await admitted(world), reason: '合作社解散' },
  });
  return { ids: { id: caseId as string } };
}

async function certificate(world: World): Promise<Made> {
  const body = {
    ...{ supplierId: await admitted(world), kind: 'foodOperationLicence', number: 'JY16106290000017' },
    validUntil: await world.day(400),
  };
  const { id, version } = await world.granted('supplier', 'POST /supplier/certificates', { body });
  return { ids: { id: id as string }, version: version as number };
}

async function valid(world: World): Promise<Made> {
  const made = await certificate(world);
  const { version } = await world.granted('reviewer', 'POST /admission/certificates/{id}/verification', {
    ...made,
    body: { verdict: 'valid', note: '已核验' },
  });
  return { ...made, version: version as number };
}

async function recheck(world: World): Promise<Made> {
  const [made] = await world.house.rows<{ id: string }>(
    `insert into admission.recheck (supplier_id, county_code, kind, opened_on, due_on)
     values ($1, '610629', 'identity', current_date - 1, current_date + 30) returning id`,
    [await admitted(world)],
  );
  return { ids: { id: made!.id } };
}

async function answered(world: World): Promise<Made> {
  const made = await recheck(world);
  const { version } = await world.granted('supplier', 'POST /supplier/rechecks/{id}/answers', {
    ...made,
    body: { answers: ANSWERED },
  });
  return { ...made, version: version as number };
}

const REPORT = { report: '已召回并完成培训，见附件', files: [] };
const APPEAL = { statement: '样品并非本社产品，附证明', files: [] };
const DECISION = { decision: 'dismissed', reason: '检测程序合规，结论无误' };
const CASE = '/admission/cases/{id}' as const;
const MEASURE = '/admission/measures/{id}' as const;
const OWN_MEASURE = '/supplier/measures/{id}' as const;
const CERTIFICATE = '/admission/certificates/{id}' as const;

/** Cases, measures, appeals, exits, licences and re-checks. */
export const watchingRows: readonly Row[] = [
  row(`GET ${CASE}`, 'a case', JUDGES, opened),
  row(
    `GET ${CASE}/case-file`,
    'a case',
    JUDGES.filter((name) => !name.startsWith('county')),
    opened,
  ),
  row(`POST ${CASE}/measures`, 'a case', ['reviewer'], withBody(opened, { kind: 'warning', reason: REASON })),
  row(`POST ${CASE}/proposal`, 'a case', ['reviewer'], withBody(opened, { kind: 'exit', reason: REASON })),
  row(`POST ${CASE}/decision`, 'a proposal', ['reviewer'], withBody(heard, { decision: 'imposed', reason: REASON })),
  row(`POST ${CASE}/close`, 'a case', ['reviewer'], withBody(opened, { outcome: '查无实据' })),
  row('GET /supplier/cases/{id}', 'a case', OWNER, opened),
  row('POST /supplier/cases/{id}/statements', 'a proposal', OWNER, withBody(proposed, { statement: '请求从轻处理' })),
  row(`GET ${MEASURE}`, 'a measure', JUDGES, measure),
  row(`POST ${MEASURE}/lift`, 'a measure', ['reviewer'], withBody(measure, { reason: '已整改合格' })),
  row(
    `POST ${MEASURE}/verification`,
    'a rectification reported',
    ['reviewer'],
    withBody(reported, { verdict: 'verified', note: '现场核实，已整改' }),
  ),
  row(`GET ${OWN_MEASURE}`, 'a measure', OWNER, measure),
  row(`POST ${OWN_MEASURE}/plan`, 'a rectification', OWNER, withBody(rectification, PLAN)),
  row(`POST ${OWN_MEASURE}/report`, 'a rectification planned', OWNER, withBody(planned, REPORT)),
  row(`POST ${OWN_MEASURE}/appeal`, 'a measure', OWNER, withBody(measure, APPEAL)),
  row('POST /supplier/appeals/{id}/withdraw', 'an appeal', OWNER, appeal),
  row('GET /admission/appeals/{id}', 'an appeal', JUDGES, appeal),
  row('POST /admission/appeals/{id}/decision', 'an appeal', ['reviewer'], withBody(appeal, DECISION)),
  row('GET /admission/exits/{id}', 'an exit', [...JUDGES, 'finance'], exit),
  row(
    'POST /admission/exits/{id}/steps',
    'an exit',
    ['operator'],
    withBody(exit, { step: 'records', state: 'done', why: '资料已归档三年' }),
  ),
  row('POST /supplier/exit-requests/{id}/withdraw', 'a wish to leave', OWNER, exitRequest),
  row(`GET ${CERTIFICATE}`, 'a licence', JUDGES, certificate),
  row(
    `POST ${CERTIFICATE}/verification`,
    'a licence handed in',
    ['reviewer'],
    withBody(certificate, { verdict: 'valid', note: '已核验' }),
  ),
  row(`POST ${CERTIFICATE}/revocation`, 'a licence', ['reviewer'], withBody(valid, { reason: '发证机关吊销' })),
  row('POST /admission/suppliers/{id}/papers', 'an admitted supplier', INSPECTORS, async (world) => ({
    ids: { id: await admitted(world) },
    ...{ body: paperwork.PDF, headers: paperwork.AS_PDF },
  })),
  row('GET /admission/rechecks/{id}', 'a re-check', JUDGES, recheck),
  row('GET /supplier/rechecks/{id}', 'a re-check', OWNER, recheck),
  row('POST /supplier/rechecks/{id}/answers', 'a re-check', OWNER, withBody(recheck, { answers: ANSWERED })),
  row(
    'POST /admission/rechecks/{id}/decision',
    'a re-check answered',
    ['reviewer'],
    withBody(answered, { decision: 'passed' }),
  ),
];
