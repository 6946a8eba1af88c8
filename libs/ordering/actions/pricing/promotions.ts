import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { newId, type Actor, type Database, type Tx } from '@xihuo/platform';
import { mayPublishPromotion } from '../../rules/pricing/may-publish';
import {
  insertPromotion,
  insertPromotionPrices,
  lockPromotion,
  promotionById,
  promotionsOfSupplier,
  setPromotionState,
  unknownFunders,
} from '../../store/pricing/promotion.sql';
import { promotionView, type PromotionView } from '../../store/pricing/promotion-view';

type OwnForm = InputOf<'POST /suppliers/{supplierId}/promotions'>['body'];
type PlatformForm = InputOf<'POST /promotions'>['body'];

const SUPPLIER_PAYS = [{ kind: 'supplier', organisationId: null, shareBp: 10_000 }];
const personOf = ({ actor }: { actor: Actor }) => (actor.kind === 'person' ? actor.personId : null);

/** A page of a supplier's promotions, or of the platform's (null), the newest first. @param actor who reads it */
export async function listPromotions(
  where: Database,
  supplierId: string | null,
  { actor, cursor, limit }: { actor: Actor; cursor?: string | undefined; limit: number },
): Promise<{ data: PromotionView[]; nextCursor: string | null }> {
  const rows = await where.read(promotionsOfSupplier, [supplierId, cursor ?? null, limit + 1]);
  const data = rows.slice(0, limit).map((row) => promotionView(row, personOf({ actor })));
  return { data, nextCursor: rows.length > limit ? data.at(-1)!.id : null };
}

/** Drafts a supplier's own. @throws ProblemError PROMOTION_OVER, SKU_UNKNOWN, PRICE_NOT_LOWER with the packs named */
export async function draftOwnPromotion(tx: Tx, supplierId: string, form: OwnForm): Promise<PromotionView> {
  const id = await insert(tx, supplierId, form, SUPPLIER_PAYS);
  if (form.kind === 'flashPrice') {
    const wrong = await tx.sql(insertPromotionPrices, [
      ...[id, supplierId, form.prices.map((one) => one.skuId), form.prices.map((one) => one.price.amount)],
      ...[form.prices.map((one) => one.packsMost), form.prices.map((one) => one.packsEach)],
    ]);
    const code = wrong.some(({ own }) => !own) ? 'SKU_UNKNOWN' : 'PRICE_NOT_LOWER';
    const errors = wrong.map(({ sku_id: skuId }) => ({
      pointer: `/prices/${form.prices.findIndex((one) => one.skuId === skuId)}`,
      ...{ code, message: code === 'SKU_UNKNOWN' ? 'no pack of this supplier' : 'not lower than the present price' },
    }));
    if (wrong.length > 0) throw fail(code, { errors });
  }
  return read(tx, id, supplierId);
}

/** Drafts one of the platform's. @throws ProblemError PROMOTION_OVER, FUNDER_UNKNOWN */
export async function draftPlatformPromotion(tx: Tx, form: PlatformForm): Promise<PromotionView> {
  const named = form.funders.flatMap(({ organisationId }) => organisationId ?? []);
  const [funders] = await tx.sql(unknownFunders, [named]);
  if (funders!.unknown > 0) throw fail('FUNDER_UNKNOWN');
  return read(tx, await insert(tx, null, form, form.funders), null);
}

async function insert(
  tx: Tx,
  supplierId: string | null,
  form: OwnForm | PlatformForm,
  funders: readonly object[],
): Promise<string> {
  if (new Date(form.endsAt) <= tx.now) throw fail('PROMOTION_OVER');
  const id = newId();
  const reduces = 'threshold' in form ? form : null;
  const claims = 'claimsMost' in form ? form : null;
  await tx.sql(insertPromotion, [
    ...[id, supplierId, form.kind, form.name.zh, form.name.en, form.startsAt, form.endsAt],
    ...['percentBp' in form ? form.percentBp : null, reduces?.threshold.amount ?? null],
    ...[reduces?.reduction.amount ?? null, 'category' in form ? form.category : null],
    ...['productIds' in form ? form.productIds : null, JSON.stringify(funders)],
    ...[claims?.claimsMost ?? null, claims?.claimsEach ?? 1, personOf(tx), tx.now],
  ]);
  const after = { kind: form.kind, supplierId, startsAt: form.startsAt, endsAt: form.endsAt };
  tx.audit({ action: 'promotion.draft', subjectKind: 'promotion', subjectId: id, after });
  return id;
}

interface Step {
  readonly id: string;
  /** Whose it must be; null: the platform's. */
  readonly supplierId: string | null;
  readonly event: machines.PromotionEvent;
  /** Why it ends before its time. */
  readonly reason?: string;
}

/**
 * Publishes or ends a promotion. One of the platform's is published by somebody other than its drafter, since it promises
 * money of others. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, PROMOTION_OVER, FOUR_EYES
 */
export async function stepPromotion(tx: Tx, { id, supplierId, event, reason }: Step): Promise<PromotionView> {
  tx.attempt({ action: `promotion.${event}`, subjectKind: 'promotion', subjectId: id });
  await tx.sql(lockPromotion, [id]);
  const [row] = await tx.sql(promotionById, [id, supplierId]);
  if (!row) throw fail('NOT_FOUND');
  const next = states.transition(machines.promotionStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  if (event === 'publish') {
    if (row.ends_at <= tx.now) throw fail('PROMOTION_OVER');
    if (!mayPublishPromotion(personOf(tx), row)) throw fail('FOUR_EYES', { extra: { why: 'SUBMITTED_IT' } });
  }
  await tx.sql(setPromotionState, [id, next, personOf(tx), tx.now]);
  const before = { state: row.state };
  const after = { state: next, ...(reason === undefined ? {} : { reason }) };
  tx.audit({ action: `promotion.${event}`, subjectKind: 'promotion', subjectId: id, before, after });
  return read(tx, id, supplierId);
}

async function read(tx: Tx, id: string, supplierId: string | null): Promise<PromotionView> {
  const [row] = await tx.sql(promotionById, [id, supplierId]);
  must(row, 'a promotion that was written is there');
  return promotionView(row, personOf(tx));
}
