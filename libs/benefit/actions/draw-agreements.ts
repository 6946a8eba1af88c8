import { fail, type InputOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { termsFault } from '../rules/terms';
import type { Terms } from '../rules/words';
import { leastWageIn } from '../rules/work-amount';
import {
  draftFacts,
  insertDrafts,
  rewriteDraft,
  type AgreementRow,
  type DraftFacts,
  type TermColumns,
} from '../store/agreement.sql';
import { fieldFault, ownSuppliers, personOf } from './benefit-kit';
import { keptTerms, noteAgreement, openAgreement, type Deciding } from './open-agreement';

/** An agreement to be drawn up; of a next version also what it takes the place of. */
export interface Draft {
  readonly supplierId: string;
  readonly householdId: string;
  readonly terms: Terms;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly replaces?: { readonly id: string; readonly seriesId: string };
}

type Redrawn = Pick<Draft, 'terms' | 'effectiveFrom' | 'effectiveTo'>;

/**
 * Draws up agreements, first versions or next ones; all of them or none. Nobody is bound by a draft.
 *
 * @returns their ids, in the order given
 * @throws ProblemError AGREEMENT_HOUSEHOLD, AGREEMENT_PRODUCT, AGREEMENT_TERMS, WAGE_BELOW_MINIMUM
 */
export async function drawAgreements(tx: Tx, drafts: readonly Draft[]): Promise<string[]> {
  const named = drafts.map((draft) => ({ ...draft, id: newId() }));
  const facts = await mustFit(tx, named);
  const rows = named.map((draft) => ({
    ...{ id: draft.id, supplier_id: draft.supplierId, household_id: draft.householdId },
    ...{ first_id: draft.replaces?.seriesId ?? null, supersedes: draft.replaces?.id ?? null, ...columnsOf(draft) },
  }));
  await tx.sql(insertDrafts, [JSON.stringify(rows), personOf(tx), tx.now]);
  for (const draft of named) {
    const { supplierId, terms } = draft;
    const after = { supplierId, kind: terms.kind, ...keptTerms(columnsOf(draft), facts.get(draft.id)!.product_name) };
    noteAgreement(tx, { id: draft.id, state: 'draft' }, 'draw', after);
  }
  return named.map(({ id }) => id);
}

/** By a clerk of the supplier. @throws ProblemError NOT_FOUND, and what `drawAgreements` throws */
export async function drawAgreement(tx: Tx, draft: InputOf<'POST /benefit/agreements'>['body']): Promise<string> {
  tx.attempt({ action: 'agreement.draw', subjectKind: 'supplier', subjectId: draft.supplierId });
  if (!ownSuppliers(tx.actor).includes(draft.supplierId)) throw fail('NOT_FOUND');
  const [id] = await drawAgreements(tx, [draft]);
  return id!;
}

/** Writes a draft anew. */
export async function redrawAgreement(tx: Tx, deciding: Deciding, redrawn: Redrawn): Promise<void> {
  const row = await openAgreement(tx, deciding, 'edit', 'clerks');
  if (row.supersedes !== null) mustStaySame(row, redrawn.terms);
  const draft = { ...redrawn, id: row.id, supplierId: row.supplier_id, householdId: row.household_id };
  const facts = await mustFit(tx, [draft]);
  await tx.sql(rewriteDraft, [row.id, JSON.stringify(columnsOf(redrawn)), personOf(tx), tx.now]);
  // Of another kind, what the old one said of its own is told as gone.
  tx.auditChange(
    { action: 'agreement.edit', subjectKind: 'agreement', subjectId: row.id },
    {
      before: keptTerms(row, row.product_name),
      after: keptTerms(columnsOf(redrawn), facts.get(row.id)!.product_name),
    },
    { kind: redrawn.terms.kind },
  );
}

/** Draws up the next version of what binds. @throws ProblemError AMENDMENT_OPEN, AGREEMENT_BACKDATED */
export async function amendAgreement(tx: Tx, deciding: Deciding, redrawn: Redrawn): Promise<string> {
  const row = await openAgreement(tx, deciding, 'amend', 'clerks');
  if (row.next_open) throw fail('AMENDMENT_OPEN');
  const today = time.businessDate(tx.now);
  if (redrawn.effectiveFrom < today) throw fieldFault('AGREEMENT_BACKDATED', 'effectiveFrom', `from ${today} on`);
  mustStaySame(row, redrawn.terms);
  const [id] = await drawAgreements(tx, [
    {
      ...{ ...redrawn, supplierId: row.supplier_id, householdId: row.household_id },
      replaces: { id: row.id, seriesId: row.series_id },
    },
  ]);
  tx.auditChange(
    { action: 'agreement.amend', subjectKind: 'agreement', subjectId: row.id },
    { before: keptTerms(row, row.product_name), after: keptTerms(columnsOf(redrawn), row.product_name) },
    { by: id },
  );
  return id!;
}

/** A next version is of the same kind and product: another would be another agreement, and the old one would bind on. */
function mustStaySame(row: AgreementRow, terms: Terms): void {
  if (terms.kind !== row.kind) throw fieldFault('AGREEMENT_TERMS', 'terms/kind', 'a next version is of the same kind');
  if (terms.kind === 'contractPurchase' && terms.productId !== row.product_id)
    throw fieldFault('AGREEMENT_PRODUCT', 'terms/productId', 'a next version is of the same product');
}

/** What must be so of drafts, each with the rule it would break. @returns what is known of each */
async function mustFit(tx: Tx, drafts: readonly (Draft & { id: string })[]): Promise<ReadonlyMap<string, DraftFacts>> {
  const today = time.businessDate(tx.now);
  const facts = await tx.sql(draftFacts, [
    JSON.stringify(
      drafts.map(({ id, supplierId, householdId, terms }) => ({
        ...{ id, supplier_id: supplierId, household_id: householdId },
        product_id: terms.kind === 'contractPurchase' ? terms.productId : null,
      })),
    ),
  ]);
  const factsOf = new Map(facts.map((row) => [row.id, row]));
  const wages = new Map<string, Readonly<Record<string, number>>>();
  for (const draft of drafts) {
    const known = factsOf.get(draft.id);
    if (!known?.linked) throw fieldFault('AGREEMENT_HOUSEHOLD', 'householdId', 'not linked to this supplier');
    if (!known.own_product) throw fieldFault('AGREEMENT_PRODUCT', 'terms/productId', 'not a product of this supplier');
    const day = draft.effectiveFrom < today ? today : draft.effectiveFrom;
    if (!wages.has(day)) wages.set(day, await policyOn(tx, 'benefit.leastDayWageFen', day));
    const fault = termsFault(draft.terms, draft, leastWageIn(wages.get(day)!, known.county_code));
    if (fault) throw fieldFault(fault.code, fault.pointer, fault.message);
  }
  return factsOf;
}

const fenOf = (value: { amount: string; currency: 'CNY' } | null): string | null =>
  value === null ? null : money.fromWire(value).toString();

const NO_TERMS = {
  ...{ product_id: null, floor_price_fen_per_kg: null, premium_fen_per_kg: '0', contracted_grams: null, priority: 1 },
  ...{ cap_grams_per_year: null, cap_grams_per_lot: null, rebate_bp: 0, daily_wage_fen: null, piece_rate_fen: null },
  ...{ piece_name: null, work_days_per_year: null, shares: null, land_mu_hundredths: null, rent_fen_per_mu: null },
} as const;

function columnsOf({ terms, effectiveFrom, effectiveTo }: Redrawn): Record<keyof TermColumns, unknown> {
  const term = { kind: terms.kind, effective_from: effectiveFrom, effective_to: effectiveTo };
  switch (terms.kind) {
    case 'contractPurchase':
      return {
        ...{ ...NO_TERMS, ...term, product_id: terms.productId, floor_price_fen_per_kg: fenOf(terms.floorPricePerKg) },
        ...{ premium_fen_per_kg: fenOf(terms.premiumPerKg), contracted_grams: terms.contractedGrams },
        ...{ priority: terms.priority, cap_grams_per_year: terms.capGramsPerYear },
        ...{ cap_grams_per_lot: terms.capGramsPerLot, rebate_bp: terms.rebateBp },
      };
    case 'employment':
      return {
        ...{ ...NO_TERMS, ...term, daily_wage_fen: fenOf(terms.dailyWage), piece_rate_fen: fenOf(terms.pieceRate) },
        ...{ piece_name: terms.pieceName, work_days_per_year: terms.workDaysPerYear },
      };
    case 'dividend':
      return {
        ...{ ...NO_TERMS, ...term, shares: terms.shares, land_mu_hundredths: terms.landMuHundredths },
        rent_fen_per_mu: fenOf(terms.rentPerMu),
      };
  }
  must(false, 'every kind has its columns');
}
