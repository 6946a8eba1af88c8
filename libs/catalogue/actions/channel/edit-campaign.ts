import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { discountsTold } from '../../rules/channel/discounts-told';
import { wholeShares } from '../../rules/channel/funders';
import { mayPublishCampaign } from '../../rules/channel/may-publish';
import { mayHost, turnOf } from '../../rules/channel/turn';
import {
  campaignById,
  dropDiscounts,
  insertCampaign,
  insertDiscounts,
  lockCampaign,
  lockPairing,
  pairedBetween,
  setCampaignState,
  unknownOrganisations,
  updateCampaign,
  type CampaignRow,
} from '../../store/channel/campaign.sql';
import { personOf, slugTaken } from './channel-kit';

export type CampaignForm = InputOf<'POST /catalogue/campaigns'>['body'];

/** Drafts a campaign. @throws ProblemError PAIRING_UNKNOWN, FUNDERS_NOT_WHOLE, FUNDER_UNKNOWN, SLUG_TAKEN */
export async function draftCampaign(tx: Tx, form: CampaignForm): Promise<{ id: string }> {
  await judge(tx, form);
  const [row] = await tx.sql(insertCampaign, [...valuesOf(form), personOf(tx), tx.now]).catch(slugTaken);
  must(row !== undefined, 'a campaign was written');
  await tx.sql(insertDiscounts, [row.id, discountsJson(form)]);
  tx.audit({ action: 'campaign.draft', subjectKind: 'campaign', subjectId: row.id, after: { slug: form.slug } });
  return row;
}

/** Changes a draft. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, and those of `draftCampaign` */
export async function editCampaign(tx: Tx, { id, version, form }: Step & { form: CampaignForm }): Promise<void> {
  const { row } = await step(tx, { id, version }, 'edit');
  await judge(tx, form);
  const [edited] = await tx.sql(updateCampaign, [...valuesOf(form), id]).catch(slugTaken);
  await tx.sql(dropDiscounts, [id]);
  await tx.sql(insertDiscounts, [id, discountsJson(form)]);
  must(edited, 'a campaign that is held is changed');
  tx.auditChange(
    { action: 'campaign.edit', subjectKind: 'campaign', subjectId: id },
    {
      before: { ...edited.before, discounts: discountsTold(row.discounts) },
      after: { ...edited.after, discounts: discountsTold(form.discounts.map(inFen)) },
    },
  );
}

/**
 * Publishes a campaign; somebody other than its drafter does, since a discount promises money of others.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP, CAMPAIGN_PAST, PAIRING_UNKNOWN, CAMPAIGN_TURN with the host due
 */
export async function publishCampaign(tx: Tx, { id, version }: Step): Promise<void> {
  const { next, row } = await step(tx, { id, version }, 'publish');
  if (!mayPublishCampaign(personOf(tx), row)) throw fail('FOUR_EYES', { extra: { why: 'SUBMITTED_IT' } });
  if (row.ends_on < time.businessDate(tx.now)) throw fail('CAMPAIGN_PAST');
  await mustBeItsTurn(tx, row);
  // The pairing may have been given an end since the draft.
  await mustBePaired(tx, [row.east_code, row.west_code, row.starts_on, row.ends_on]);
  await tx.sql(setCampaignState, [id, next, null, personOf(tx), tx.now]);
  const before = { state: row.state };
  const after = {
    state: next,
    host: row.host_code,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    discounts: discountsTold(row.discounts),
  };
  tx.audit({ action: 'campaign.publish', subjectKind: 'campaign', subjectId: id, before, after });
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function cancelCampaign(tx: Tx, { id, version, reason }: Step & { reason: string }): Promise<void> {
  const { next, row } = await step(tx, { id, version }, 'cancel');
  await tx.sql(setCampaignState, [id, next, reason, null, null]);
  const [before, after] = [{ state: row.state }, { state: next, reason }];
  tx.audit({ action: 'campaign.cancel', subjectKind: 'campaign', subjectId: id, before, after });
}

interface Step {
  id: string;
  version: number;
}

async function step(
  tx: Tx,
  { id, version }: Step,
  event: machines.CampaignEvent,
): Promise<{ next: machines.CampaignState; row: CampaignRow }> {
  tx.attempt({ action: `campaign.${event}`, subjectKind: 'campaign', subjectId: id });
  await tx.sql(lockCampaign, [id]);
  const [row] = await tx.sql(campaignById, [id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  const next = states.transition(machines.campaignStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  return { next, row };
}

/** The hosts before and after are read after the lock, in a statement of its own: what was published meanwhile counts. */
async function mustBeItsTurn(tx: Tx, { id, east_code, west_code, host_code }: CampaignRow): Promise<void> {
  await tx.sql(lockPairing, [east_code, west_code]);
  const [row] = await tx.sql(campaignById, [id]);
  must(row, 'a campaign that is locked is there');
  const pair = { eastCode: east_code, westCode: west_code };
  const neighbours = { before: row.last_host, after: row.next_host };
  if (!mayHost(pair, neighbours, host_code))
    throw fail('CAMPAIGN_TURN', { extra: { turnOf: turnOf(pair, neighbours) } });
}

async function judge(tx: Tx, form: CampaignForm): Promise<void> {
  if (!form.discounts.every(({ funders }) => wholeShares(funders))) throw fail('FUNDERS_NOT_WHOLE');
  await mustBePaired(tx, [form.eastCode, form.westCode, form.startsOn, form.endsOn]);
  const named = form.discounts.flatMap(({ funders }) => funders.flatMap((funder) => funder.organisationId ?? []));
  const [organisations] = await tx.sql(unknownOrganisations, [named]);
  if (organisations!.unknown > 0) throw fail('FUNDER_UNKNOWN');
}

/** @param pair provinces of the East and the West, first and last day */
async function mustBePaired(tx: Tx, pair: [string, string, string, string]): Promise<void> {
  const [found] = await tx.sql(pairedBetween, pair);
  if (!found!.paired) throw fail('PAIRING_UNKNOWN');
}

function valuesOf(form: CampaignForm): unknown[] {
  return [
    ...[form.slug, form.name.zh, form.name.en, form.story.zh, form.story.en, form.startsOn, form.endsOn],
    ...[form.eastCode, form.westCode, form.hostCode],
  ];
}

const inFen = ({ threshold, reduction, ...discount }: CampaignForm['discounts'][number]) => ({
  ...discount,
  ...{ thresholdFen: threshold?.amount ?? null, reductionFen: reduction?.amount ?? null },
});

function discountsJson({ discounts }: CampaignForm): string {
  return JSON.stringify(
    discounts.map(({ name, kind, percentBp, threshold, reduction, category, funders }, index) => ({
      ...{ position: index + 1, name_zh: name.zh, name_en: name.en, kind, category, funders },
      ...{ percent_bp: percentBp, threshold_fen: threshold?.amount ?? null, reduction_fen: reduction?.amount ?? null },
    })),
  );
}
