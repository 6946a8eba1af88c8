import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Notices, type Tx } from '@xihuo/platform';
import {
  fairById,
  freeBooths,
  giveBooths,
  insertFair,
  lockFair,
  peopleOfFair,
  setFairState,
  touchFair,
  updateFair,
  type FairRow,
} from '../../store/channel/fair.sql';
import { buyersOfFair } from '../../store/channel/lead.sql';
import { unknownIn } from '../../store/channel/venue.sql';
import { slugTaken } from './channel-kit';

export type FairForm = InputOf<'POST /catalogue/fairs'>['body'];

const UNIQUE_VIOLATION = '23505';

/** @throws ProblemError REGION_UNKNOWN, SLUG_TAKEN */
export async function draftFair(tx: Tx, form: FairForm): Promise<{ id: string }> {
  await judge(tx, form);
  const [row] = await tx.sql(insertFair, [...valuesOf(form), tx.now]).catch(slugTaken);
  must(row !== undefined, 'a fair was written');
  tx.audit({ action: 'fair.draft', subjectKind: 'fair', subjectId: row.id, after: { slug: form.slug } });
  return row;
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, REGION_UNKNOWN, SLUG_TAKEN */
export async function editFair(tx: Tx, { id, version, form }: Step & { form: FairForm }): Promise<void> {
  await step(tx, { id, version }, 'edit');
  await judge(tx, form);
  const [edited] = await tx.sql(updateFair, [...valuesOf(form), id]).catch(slugTaken);
  must(edited, 'a fair that is held is changed');
  tx.auditChange({ action: 'fair.edit', subjectKind: 'fair', subjectId: id }, edited);
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, CAMPAIGN_PAST */
export async function publishFair(tx: Tx, { id, version }: Step): Promise<void> {
  const { row, next } = await step(tx, { id, version }, 'publish');
  if (row.ends_on < time.businessDate(tx.now)) throw fail('CAMPAIGN_PAST');
  await tx.sql(setFairState, [id, next, null, tx.now]);
  const [before, after] = [{ state: row.state }, { state: next }];
  tx.audit({ action: 'fair.publish', subjectKind: 'fair', subjectId: id, before, after });
}

/** Calls a fair off and tells its exhibitors and the buyers who wait for them. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function cancelFair(
  tx: Tx,
  notices: Notices,
  { id, version, reason }: Step & { reason: string },
): Promise<void> {
  const { row, next } = await step(tx, { id, version }, 'cancel');
  await tx.sql(setFairState, [id, next, reason, tx.now]);
  const [before, after] = [{ state: row.state }, { state: next, reason }];
  tx.audit({ action: 'fair.cancel', subjectKind: 'fair', subjectId: id, before, after });
  const people = await tx.sql(peopleOfFair, [id]);
  await notices.tellAll(
    tx,
    people.map(({ person_id: person }) => person),
    {
      key: `fair.cancelled:${id}`,
      about: `fair:${id}`,
      title: { zh: `${row.name_zh}取消`, en: `${row.name_en} is called off` },
      body: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
    },
  );
  const buyers = await tx.sql(buyersOfFair, [id]);
  await notices.tellAll(
    tx,
    buyers.map(({ person_id: person }) => person),
    {
      key: `fair.cancelled.buyer:${id}`,
      about: 'leads:own',
      title: { zh: `${row.name_zh}取消`, en: `${row.name_en} is called off` },
      body: {
        zh: `原因：${reason}。您留的采购意向仍在供应商那里，不需要了可以撤回。`,
        en: `Reason: ${reason}. What you asked for is still with the exhibitors; you may take it back.`,
      },
    },
  );
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, NOT_AN_EXHIBITOR, BOOTH_TAKEN */
export async function assignBooths(
  tx: Tx,
  { id, version, booths }: Step & { booths: readonly { supplierId: string; booth: string }[] },
): Promise<void> {
  tx.attempt({ action: 'fair.booths', subjectKind: 'fair', subjectId: id });
  const row = await locked(tx, { id, version });
  if (row.state !== 'published') throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  const suppliers = booths.map(({ supplierId }) => supplierId);
  await tx.sql(freeBooths, [id, suppliers]);
  const given = await tx.sql(giveBooths, [id, suppliers, booths.map(({ booth }) => booth)]).catch(boothTaken);
  if (given.length !== new Set(suppliers).size) throw fail('NOT_AN_EXHIBITOR');
  await tx.sql(touchFair, [id]);
  tx.audit({ action: 'fair.booths', subjectKind: 'fair', subjectId: id, after: { booths } });
}

function boothTaken(error: { code?: string }): never {
  if (error.code === UNIQUE_VIOLATION) throw fail('BOOTH_TAKEN');
  throw error;
}

interface Step {
  id: string;
  version: number;
}

async function step(
  tx: Tx,
  asked: Step,
  event: machines.CampaignEvent,
): Promise<{ row: FairRow; next: machines.CampaignState }> {
  tx.attempt({ action: `fair.${event}`, subjectKind: 'fair', subjectId: asked.id });
  const row = await locked(tx, asked);
  const next = states.transition(machines.campaignStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  return { row, next };
}

async function locked(tx: Tx, { id, version }: Step): Promise<FairRow> {
  await tx.sql(lockFair, [id]);
  const [row] = await tx.sql(fairById, [id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  return row;
}

async function judge(tx: Tx, { regionCode }: FairForm): Promise<void> {
  const [unknown] = await tx.sql(unknownIn, [[], [regionCode]]);
  if (unknown!.regions > 0) throw fail('REGION_UNKNOWN');
}

function valuesOf(form: FairForm): unknown[] {
  return [
    ...[form.slug, form.kind, form.name.zh, form.name.en, form.story.zh, form.story.en, form.startsOn, form.endsOn],
    ...[form.signUpBy, form.regionCode, form.place],
  ];
}
