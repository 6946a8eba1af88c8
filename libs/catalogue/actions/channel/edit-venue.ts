import { channels, fail, machines, type InputOf } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { regionRange } from '../../rules/region-range';
import {
  dropShelves,
  insertShelves,
  insertVenue,
  keeperKnown,
  lockVenue,
  setVenueState,
  shelvesOf,
  unknownIn,
  updateVenue,
} from '../../store/channel/venue.sql';
import { personOf, slugTaken } from './channel-kit';

export type VenueForm = InputOf<'POST /catalogue/venues'>['body'];

/** Drafts a venue. @throws ProblemError REGION_UNKNOWN, PRODUCT_UNKNOWN, VENUE_PLACE, SLUG_TAKEN */
export async function draftVenue(tx: Tx, form: VenueForm): Promise<{ id: string }> {
  await judge(tx, form);
  const values = [...valuesOf(form), personOf(tx), tx.now];
  const [row] = await tx.sql(insertVenue, values).catch(slugTaken);
  must(row !== undefined, 'a venue was written');
  await tx.sql(insertShelves, [row.id, shelvesJson(form)]);
  tx.audit({ action: 'venue.draft', subjectKind: 'venue', subjectId: row.id, after: { slug: form.slug } });
  return row;
}

/**
 * Changes a venue; once it was open its address stays, since links, codes and carts name it.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, SLUG_FIXED, and those of `draftVenue`
 */
export async function editVenue(tx: Tx, { id, version, form }: Step & { form: VenueForm }): Promise<void> {
  const { row } = await step(tx, { id, version }, 'edit');
  if (row.state !== 'draft' && row.slug !== form.slug) throw fail('SLUG_FIXED');
  await judge(tx, form);
  const [edited] = await tx.sql(updateVenue, [...valuesOf(form), id]).catch(slugTaken);
  await tx.sql(dropShelves, [id]);
  await tx.sql(insertShelves, [id, shelvesJson(form)]);
  must(edited, 'a venue that is held is changed');
  const also = { shelves: form.shelves.length };
  tx.auditChange({ action: 'venue.edit', subjectKind: 'venue', subjectId: id }, edited, also);
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, VENUE_EMPTY where nothing for sale stands on its shelves */
export async function openVenue(tx: Tx, { id, version }: Step): Promise<void> {
  const { next, row } = await step(tx, { id, version }, 'open');
  const shelves = await tx.sql(shelvesOf, [id]);
  if (!shelves.some(({ total }) => total > 0)) throw fail('VENUE_EMPTY');
  await tx.sql(setVenueState, [id, next, null]);
  const [before, after] = [{ state: row.state }, { state: next }];
  tx.audit({ action: 'venue.open', subjectKind: 'venue', subjectId: id, before, after });
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function closeVenue(tx: Tx, { id, version, reason }: Step & { reason: string }): Promise<void> {
  const { next, row } = await step(tx, { id, version }, 'close');
  await tx.sql(setVenueState, [id, next, reason]);
  const [before, after] = [{ state: row.state }, { state: next, reason }];
  tx.audit({ action: 'venue.close', subjectKind: 'venue', subjectId: id, before, after });
}

interface Step {
  id: string;
  version: number;
}

async function step(tx: Tx, { id, version }: Step, event: machines.VenueEvent) {
  tx.attempt({ action: `venue.${event}`, subjectKind: 'venue', subjectId: id });
  const [row] = await tx.sql(lockVenue, [id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  const next = states.transition(machines.venueStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  return { row, next };
}

async function judge(tx: Tx, form: VenueForm): Promise<void> {
  const stands = channels.PLACED_KINDS.includes(form.kind);
  if (stands && (form.address === null || form.openingTimes.length === 0)) throw fail('VENUE_PLACE');
  if (form.pickup && form.address === null) throw fail('VENUE_PLACE');
  const products = form.shelves.flatMap((shelf) => shelf.products ?? []);
  const regions = [form.regionCode, ...form.shelves.flatMap((shelf) => shelf.rule?.region ?? [])];
  const [unknown] = await tx.sql(unknownIn, [products, regions]);
  if (unknown!.regions > 0) throw fail('REGION_UNKNOWN');
  if (unknown!.products > 0) throw fail('PRODUCT_UNKNOWN');
  if (form.keeper && (await tx.sql(keeperKnown, [form.keeper])).length === 0) throw fail('KEEPER_UNKNOWN');
}

function valuesOf(form: VenueForm): unknown[] {
  return [
    ...[form.slug, form.kind, form.name.zh, form.name.en, form.story.zh, form.story.en],
    ...[form.regionCode, form.operatorName, form.address, form.phone],
    ...[JSON.stringify(form.openingTimes), form.shutOn, form.pickup, form.keeper ?? null],
  ];
}

function shelvesJson({ shelves }: VenueForm): string {
  return JSON.stringify(
    shelves.map(({ title, rule, products }, index) => ({
      ...{ position: index + 1, title_zh: title.zh, title_en: title.en, by_rule: rule !== null },
      ...{ rule_category: rule?.category ?? null, rule_supplier_id: rule?.supplier ?? null },
      rule_region_from: rule?.region ? regionRange(rule.region).from : null,
      rule_region_to: rule?.region ? regionRange(rule.region).to : null,
      ...{ rule_price_from_fen: rule?.priceFrom ?? null, rule_price_to_fen: rule?.priceTo ?? null },
      ...{ rule_in_season: rule?.inSeason ?? false, rule_recognised: rule?.recognised ?? false },
      products: products ?? [],
    })),
  );
}
