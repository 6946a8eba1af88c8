import { randomUUID } from 'node:crypto';
import { paperwork } from '@xihuo/testing';
import { COUNTY, type CallerName } from './callers';
import { row, type Row } from './table';
import type { Made, World } from './world';

export const JUDGES: readonly CallerName[] = [
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
];
export const OWNER: readonly CallerName[] = ['supplier'];

const PAPER = { body: paperwork.PDF, headers: paperwork.AS_PDF, query: '?kind=businessLicence&name=licence.pdf' };
const HOUSEHOLD = {
  ...{ displayName: '示例户', countyCode: COUNTY, village: '示例村', model: 'contractPurchase' },
  ...{ householdKind: 'monitored', idNumber: '11010519491231002X', bankCard: '6222021234567894' },
  consent: { givenOn: '2026-01-05', textVersion: '2026-1', how: 'signature' },
};
const IMPORT_FILE = Buffer.from(
  '户主姓名,县,行政村,联结方式,户类型,身份证号码,银行卡号,同意日期,同意方式\n' +
    '示例某,洛川县,示例村,订单收购,脱贫户,11010519491231002X,6222021234567894,2026-09-01,签字\n',
);

export async function organisation({ house }: World, kind = 'cooperative'): Promise<string> {
  const id = randomUUID();
  await house.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
     values ($1::uuid, $1::text, '示例主体', 'Example', $2, $3)`,
    [id, kind, COUNTY],
  );
  return id;
}

interface Draft {
  id: string;
  version: number;
}

/** A draft of an organisation of its own, for which `supplier` acts. */
async function draft(world: World, kind = 'cooperative'): Promise<Draft> {
  const supplierId = await world.owned(await organisation(world, kind));
  return (await world.granted('supplier', 'POST /admission/applications', {
    body: { supplierId },
  })) as unknown as Draft;
}

const of = ({ id, version }: Draft): Made => ({ ids: { id }, version });

/** With form and licence, so that it can be handed in. */
async function whole(world: World): Promise<Draft & { documentId: string }> {
  const { id, version } = await draft(world);
  const ids = { id };
  await world.granted('supplier', 'PUT /admission/applications/{id}/form', { ids, version, body: paperwork.FORM });
  const { document, version: now } = await world.granted('supplier', 'POST /admission/applications/{id}/documents', {
    ...PAPER,
    ids,
  });
  return { id, version: now as number, documentId: (document as { id: string }).id };
}

async function submitted(world: World): Promise<Draft & { documentId: string }> {
  const one = await whole(world);
  const { version } = await world.granted('supplier', 'POST /admission/applications/{id}/submit', of(one));
  return { ...one, version: version as number };
}

async function withHousehold(world: World): Promise<Made> {
  const { id } = await draft(world);
  const made = await world.granted('supplier', 'POST /admission/applications/{id}/households', {
    ids: { id },
    body: HOUSEHOLD,
  });
  return { ids: { id, householdId: made['id'] as string } };
}

/** Asked for by a trader of `otherSupplier`, of a producer for whom `supplier` acts. */
async function mandate(world: World): Promise<Made> {
  const { id: applicationId, supplierId } = await world.watch.application();
  await world.house.rows(
    `update admission.application set kind = 'trader', state = 'draft', submitted_at = null where id = $1`,
    [applicationId],
  );
  const [asked] = await world.house.rows<{ id: string }>(
    `insert into admission.mandate (application_id, trader_id, producer_id, valid_until, asked_by, asked_at)
     values ($1, $2, $3, '2099-01-01', gen_random_uuid(), now()) returning id`,
    [applicationId, supplierId, await world.owned((await world.watch.admitted()).supplierId)],
  );
  return { ids: { id: asked!.id } };
}

async function previewed(world: World): Promise<Made> {
  const { id: scope } = await draft(world);
  const { id, version } = await world.granted('supplier', 'POST /imports', {
    query: `?kind=linkedHouseholds&scope=${scope}&name=a.csv`,
    body: IMPORT_FILE,
    headers: { 'content-type': 'text/csv' },
  });
  return { ids: { id: id as string }, version: version as number };
}

async function writing(world: World): Promise<Made> {
  const made = await previewed(world);
  const { version } = await world.granted('supplier', 'POST /imports/{id}/confirm', {
    ...made,
    body: { leaveOutFaulty: true },
  });
  return { ...made, version: version as number };
}

const aDraft: Row['make'] = async (world) => of(await draft(world));
const aSubmission: Row['make'] = async (world) => of(await submitted(world));
const aPaper: Row['make'] = async (world) => {
  const { id, documentId } = await submitted(world);
  return { ids: { id, documentId } };
};
const ownPaper: Row['make'] = async (world) => {
  const { id, documentId } = await whole(world);
  return { ids: { id, documentId } };
};
const withBody =
  (make: Row['make'], more: Partial<Made>): Row['make'] =>
  async (world) => ({ ...(await make(world)), ...more });

const FILE = 'GET /admission/applications/{id}/file';
const PAPERS = '/admission/applications/{id}/documents' as const;
const HOUSEHOLDS = '/admission/applications/{id}/households' as const;

/** What an applicant fills in and hands in. */
export const applyingRows: readonly Row[] = [
  row(FILE, 'a draft', OWNER, aDraft),
  row(FILE, 'a submission', [...OWNER, ...JUDGES], aSubmission),
  row('GET /admission/applications/{id}/rounds', 'a submission', [...OWNER, ...JUDGES], aSubmission),
  row('GET /admission/applications/{id}/progress', 'a submission', OWNER, aSubmission),
  row('PUT /admission/applications/{id}/form', 'a draft', OWNER, withBody(aDraft, { body: paperwork.FORM })),
  row('POST /admission/applications/{id}/submit', 'a draft', OWNER, async (world) => of(await whole(world))),
  row('POST /admission/applications/{id}/withdraw', 'a draft', OWNER, withBody(aDraft, { body: { reason: '不办了' } })),
  row('GET /admission/applications/{id}/assessment', 'a submission', JUDGES, aSubmission),
  row('GET /admission/applications/{id}', 'a submission', JUDGES, aSubmission),
  row(`POST ${PAPERS}`, 'a draft', OWNER, withBody(aDraft, PAPER)),
  row(`GET ${PAPERS}/{documentId}`, "a draft's paper", OWNER, ownPaper),
  row(`GET ${PAPERS}/{documentId}`, "a submission's paper", [...OWNER, ...JUDGES], aPaper),
  row(`DELETE ${PAPERS}/{documentId}`, "a draft's paper", OWNER, ownPaper),
  row(`GET ${HOUSEHOLDS}`, 'a draft', OWNER, aDraft),
  row(`POST ${HOUSEHOLDS}`, 'a draft', OWNER, withBody(aDraft, { body: HOUSEHOLD })),
  row(`DELETE ${HOUSEHOLDS}/{householdId}`, "a draft's household", OWNER, withHousehold),
  row('POST /admission/applications/{id}/mandate', "a trader's draft", OWNER, async (world) => ({
    ...of(await draft(world, 'trader')),
    body: { producerId: (await world.watch.admitted()).supplierId, validUntil: '2099-01-01' },
  })),
  row('POST /admission/mandates/{id}/answer', 'a mandate', OWNER, withBody(mandate, { body: { answer: 'confirm' } })),
  row('GET /import-templates/{kind}', 'a template', ['supplier', 'otherSupplier'], () =>
    Promise.resolve({ ids: { kind: 'linkedHouseholds' } }),
  ),
  row('GET /imports/{id}', 'an import', OWNER, previewed),
  row('GET /imports/{id}/rows', 'an import', OWNER, previewed),
  row('GET /imports/{id}/error-file', 'an import', OWNER, previewed),
  row('POST /imports/{id}/confirm', 'an import', OWNER, withBody(previewed, { body: { leaveOutFaulty: true } })),
  row('POST /imports/{id}/stop', 'an import under way', OWNER, writing),
  row('POST /imports/{id}/discard', 'an import', OWNER, previewed),
];
