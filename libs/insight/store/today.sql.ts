import { statement } from '@xihuo/platform';
import type { Desk, SellingStep, Waiting } from '../rules/today';

export interface WaitingRow {
  what: Waiting;
  count: number;
  late: number;
  next: Date | null;
  since: Date | null;
}

/** Rows of the view of one context, those that a list of it shows to the same person. */
const of = (context: string, what: readonly string[], scope = 'true', due = 'due_at') =>
  `select what, ${due} as due_at from ${context}.waiting_v where what in ('${what.join("', '")}') and ${scope}`;

/** Rows that say since when they wait. */
interface Since {
  readonly since: string;
}
const threeOf = (part: string | Since) =>
  typeof part === 'string' ? `select what, due_at, null::timestamptz as since from (${part}) dated` : part.since;

const counted = (desk: Desk, ...parts: readonly (string | Since)[]) =>
  statement<WaitingRow>(
    `insight.today_of_${desk}`,
    `select what, count(*)::integer as count, (count(*) filter (where due_at < platform.business_now()))::integer as late,
            min(due_at) filter (where due_at >= platform.business_now()) as next, min(since) as since
       from (${parts.map(threeOf).join('\n union all ')}) waiting group by what`,
  );

const NEVER = 'null::timestamptz';
const OWN = 'supplier_id = any ($1::uuid[])';
const WITHIN = 'county_code like any ($1::text[])';
/** The steps of the second parameter, each with the counties of the third at the same place. */
const TURN = `exists (select from unnest($2::text[], $3::text[]) as turn (step, counties)
                       where turn.step = waiting_v.what and waiting_v.county_code like turn.counties)`;
const turnOf = (steps: readonly string[], name: string) =>
  `select '${name}' as what, due_at from admission.waiting_v where what in ('${steps.join("', '")}') and ${TURN}`;

/** Households that are owed something; each until the first of it had to be paid, by the days of the time it was earned in. */
const OWED = `select 'owed' as what, min((owed.earned_on + day.days + 1)::timestamp at time zone 'Asia/Shanghai') as due_at
       from (select distinct supplier_id, household_id, earned_on from benefit.obligation_v where ${OWN} and open_fen > 0) owed
       join registry.household_v household on household.id = owed.household_id and household.supplier_id = owed.supplier_id
       join (select earned_on, registry.policy_on('benefit.payWithinDays', earned_on)::text::integer as days
               from (select distinct earned_on from benefit.obligation_v where ${OWN} and open_fen > 0) earned) day
         on day.earned_on = owed.earned_on
      group by owed.supplier_id, owed.household_id`;
const QUESTIONS = `select 'questions' as what, null::timestamptz as due_at from dispute.open_question_v question
      where exists (select from catalogue.sku_v sku where sku.product_id = question.product_id and sku.supplier_id = any ($1::uuid[]))`;

/** Suppliers: $1 those acted for. */
const supplier = counted(
  'supplier',
  of('ordering', ['toShip', 'claims', 'invoices'], OWN),
  of('dispute', ['disputes', 'reviews'], OWN),
  QUESTIONS,
  of(
    'admission',
    [
      ...['measures', 'dossiersBack', 'recognitionsBack', 'applicationsBack', 'renewals', 'mandates', 'casesOpen'],
      ...['rechecksOpen', 'papersEnding'],
    ],
    OWN,
  ),
  of('catalogue', ['changesBack', 'runningOut'], OWN),
  of('trace', ['lotsEnding', 'recalls'], OWN),
  of('settlement', ['unpaid'], OWN),
  of('benefit', ['contests', 'held'], OWN),
  OWED,
);

/** The same papers that their suppliers are told of. */
const ENDING = `select 'certificatesEnding' as what, due_at from admission.waiting_v where what = 'papersEnding' and ${WITHIN}`;

/** Counties, auditors, reviewers: $1 patterns of counties that they see, $2 and $3 whose turn it is where. */
const county = counted(
  'county',
  turnOf(['recommending'], 'recommending'),
  of('admission', ['stamping', 'inspections'], WITHIN),
  of('benefit', ['contestsRaised'], WITHIN),
  ENDING,
);
const auditor = counted(
  'auditor',
  turnOf(['checkingCity', 'checkingProvince'], 'checking'),
  of('admission', ['proposals', 'appeals', 'objections'], WITHIN),
);
const reviewer = counted(
  'reviewer',
  turnOf(['reviewing'], 'reviewing'),
  of(
    'admission',
    ['dossiers', 'recognitions', 'objections', 'certificates', 'rechecks', 'inspections', 'proposals', 'appeals'],
    WITHIN,
  ),
  of('catalogue', ['changes'], WITHIN),
  {
    since: `select 'rectifications' as what, null::timestamptz as due_at, reported_at as since from admission.to_verify_v where ${WITHIN}`,
  },
  ENDING,
);

/** By others who are operators still: until the day it would hold from, and of ends of roles and lost factors those that are not their own. */
const PROPOSED = `select 'settingsProposed' as what, proposal.effective_from::timestamp at time zone 'Asia/Shanghai' as due_at,
            proposal.proposed_at as since
       from registry.proposal_waiting_v proposal
      where proposal.proposed_by <> $3::uuid
        and exists (select from identity.role_held_v desk
                     where desk.person_id = proposal.proposed_by and desk.role = 'operator' and desk.since <= proposal.proposed_at
                       and (desk.until is null or desk.until > platform.business_now()))`;
const ENDS = `select 'rolesProposed' as what, null::timestamptz as due_at, proposed_at as since
       from identity.waiting_v where not $3::uuid = any (not_for)`;

/** Operators: $1 patterns of counties, $2 those whose disputes they read, $3 the operator, who decides nothing of their own. */
const operator = counted(
  'operator',
  { since: PROPOSED },
  { since: ENDS },
  of('platform', ['deadLetters'], 'true', NEVER),
  of('registry', ['calendar']),
  of('dispute', ['mediation'], 'county_code like any ($2::text[])'),
  of('admission', ['proposals', 'appeals', 'objections'], WITHIN),
);

/** Finance: $1 the provider that payments are made at. */
const finance = counted(
  'finance',
  of('settlement', ['runs', 'payouts', 'accounts', 'adjustments'], 'true', NEVER),
  of('payment', ['differences'], 'provider = $1', NEVER),
  of('ordering', ['transfers', 'returns']),
);

/** Mediators: $1 patterns of counties, $2 the mediator, whose own cases are counted once more. */
const mediator = counted(
  'mediator',
  of('dispute', ['mediation'], WITHIN),
  `select 'mediationMine' as what, due_at from dispute.waiting_v where what = 'mediation' and ${WITHIN} and person_id = $2`,
);

export const nowOf = statement<{ now: Date }>('insight.now', 'select platform.business_now() as now');

export const todayOf = { supplier, county, auditor, reviewer, operator, finance, mediator };

export interface ReadyRow {
  id: string;
  name: string;
  met: SellingStep[];
}

/** What suppliers ($1) have done of what must be done before they sell. */
export const readyOf = statement<ReadyRow>(
  'insight.ready_to_sell',
  `select supplier.id, supplier.name_zh as name, array(
            select step from (values
              ('admitted', exists (select from admission.supplier_standing_v standing where standing.supplier_id = supplier.id and standing.may_sell)),
              ('account', exists (select from settlement.paid_to_v paid where paid.payee_id = supplier.id)),
              ('areas', exists (select from catalogue.delivery_area_v area where area.supplier_id = supplier.id)),
              ('freight', exists (select from ordering.freight_set_v freight where freight.supplier_id = supplier.id)),
              ('product', exists (select from admission.listing_right_v listing where listing.supplier_id = supplier.id and listing.may_sell)),
              ('offer', exists (select from catalogue.offer_v offer where offer.supplier_id = supplier.id and offer.for_sale
                                   and offer.stock_state <> 'out'))) as done (step, met)
             where met) as met
     from registry.organisation_v supplier where supplier.id = any ($1::uuid[]) order by supplier.name_zh, supplier.id`,
);
