import { createHash } from 'node:crypto';
import { machines, type ResponseOf } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Actor } from '@xihuo/platform';
import { agreementWords, type Page, type Terms } from '../rules/words';
import type { AgreementRow, TermColumns } from '../store/agreement.sql';
import { ownHouseholds, ownSuppliers, sideOf } from './benefit-kit';
import { wire } from './dues-view';
import { partiesView, witnessView } from './party-views';

export type AgreementView = ResponseOf<'GET /benefit/agreements/{id}'>;
export type AgreementSummary = ResponseOf<'GET /benefit/agreements'>['data'][number];
type Action = AgreementView['actions'][number];

const fenOrNull = (value: bigint | null) => (value === null ? null : wire(value));
const numberOrNull = (value: bigint | null) => (value === null ? null : Number(value));

/** The terms as the contract has them. */
export function termsOf(row: TermColumns): Terms {
  switch (row.kind) {
    case 'contractPurchase':
      return {
        ...{ kind: row.kind, productId: row.product_id!, floorPricePerKg: wire(row.floor_price_fen_per_kg!) },
        ...{ premiumPerKg: wire(row.premium_fen_per_kg), contractedGrams: Number(row.contracted_grams) },
        ...{ priority: row.priority, capGramsPerYear: numberOrNull(row.cap_grams_per_year) },
        ...{ capGramsPerLot: numberOrNull(row.cap_grams_per_lot), rebateBp: row.rebate_bp },
      };
    case 'employment':
      return {
        ...{ kind: row.kind, dailyWage: fenOrNull(row.daily_wage_fen), pieceRate: fenOrNull(row.piece_rate_fen) },
        ...{ pieceName: row.piece_name, workDaysPerYear: row.work_days_per_year },
      };
    case 'dividend':
      return {
        ...{ kind: row.kind, shares: row.shares ?? 0, landMuHundredths: row.land_mu_hundredths },
        rentPerMu: fenOrNull(row.rent_fen_per_mu),
      };
  }
}

/** The page as it was offered; of a draft, as it would be. */
export function pageOfRow(row: AgreementRow, contestDays: number): Page {
  if (row.words !== null) return { title: row.words.title, sentences: row.words.sentences };
  return agreementWords({
    ...{ supplierName: row.supplier_name, householdName: row.display_name, village: row.village },
    ...{ productName: row.product_name, terms: termsOf(row), contestDays },
    ...{ effectiveFrom: row.effective_from, effectiveTo: row.effective_to },
  });
}

/** Of exactly this agreement and exactly these words, in both languages. */
export function hashOfPage(number: string, { title, sentences }: Page): string {
  const lines = [number, ...[title, ...sentences].flatMap(({ zh, en }) => [zh, en])];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function targetOf(row: AgreementRow): AgreementSummary['target'] {
  if (row.kind === 'contractPurchase')
    return { unit: 'gram', agreed: Number(row.contracted_grams), done: Number(row.delivered_grams) };
  if (row.kind === 'employment' && row.work_days_per_year !== null)
    return { unit: 'day', agreed: row.work_days_per_year, done: row.worked_days };
  return null;
}

export function agreementSummary(row: AgreementRow): AgreementSummary {
  return {
    ...{ version: row.row_version, id: row.id, seriesId: row.series_id, number: row.number, edition: row.edition },
    ...{ kind: row.kind, state: row.state, ...partiesView(row) },
    product: row.product_id === null ? null : { id: row.product_id, name: row.product_name! },
    ...{ effectiveFrom: row.effective_from, effectiveTo: row.effective_to, target: targetOf(row) },
  };
}

/** @param contestDays of today's setting, for the words of a draft */
export function agreementView(row: AgreementRow, actor: Actor, contestDays: number): AgreementView {
  const page = pageOfRow(row, contestDays);
  return {
    ...agreementSummary(row),
    terms: termsOf(row),
    words: { ...page, hash: row.words_hash ?? hashOfPage(row.number, page) },
    ...{ offeredAt: row.offered_at?.toISOString() ?? null, offeredBy: row.offered_by_name },
    signing:
      row.signed_at === null
        ? null
        : {
            ...{ way: row.signed_way!, at: row.signed_at.toISOString() },
            witness: row.witnessed_on === null ? null : witnessView(row, row.witnessed_on),
          },
    ...{ supersedes: row.supersedes, supersededBy: row.superseded_by, endReason: row.end_reason },
    ...{ endedBy: row.ended_by, declineReason: row.decline_reason, versions: row.versions },
    ...{ actions: actionsOf(row, actor), phones: row.phones },
  };
}

/** Which event of the state table stands behind what somebody may do. */
const EVENT_OF: Readonly<Record<Exclude<Action, 'edit'>, machines.AgreementEvent>> = {
  ...{ offer: 'offer', withdraw: 'withdraw', sendCode: 'sign', signByCode: 'sign', witness: 'sign' },
  ...{ amend: 'supersede', end: 'end', sign: 'sign', decline: 'decline' },
};
const OF_CLERKS: readonly Action[] = ['edit', 'offer', 'sendCode', 'signByCode', 'witness', 'withdraw', 'amend', 'end'];
const OF_HOUSEHOLDS: readonly Action[] = ['sign', 'decline', 'end'];

/** What the caller may do next: buttons and steps ask the same. */
export function actionsOf(row: AgreementRow, actor: Actor): Action[] {
  const clerk = ownSuppliers(actor).includes(row.supplier_id);
  const [, counties] = sideOf(actor, 'officers');
  const officer = counties.some((pattern) => row.county_code.startsWith(pattern.slice(0, -1)));
  const wanted = new Set<Action>([
    ...(clerk ? OF_CLERKS : []),
    ...(officer ? (['witness'] as const) : []),
    ...(ownHouseholds(actor).includes(row.household_id) ? OF_HOUSEHOLDS : []),
  ]);
  return [...wanted].filter((action) => mayDo(row, action));
}

/** Whether it is the time for it, whoever asks. */
export function mayDo(row: AgreementRow, action: Action): boolean {
  if (action === 'edit') return row.state === 'draft';
  if (states.transition(machines.agreementStates, row.state, EVENT_OF[action]) === null) return false;
  if (action === 'sendCode' || action === 'signByCode') return row.phones > 0;
  // Somebody has asked for its end already, or another version follows: that one is spoken of.
  if (action === 'end' || action === 'amend') return row.end_reason === null && row.superseded_by === null;
  return true;
}
