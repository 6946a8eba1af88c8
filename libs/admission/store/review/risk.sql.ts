import { RISK_LEVELS, RISK_REASONS, type RiskReason } from '../../rules/review/risk';

const TWO_YEARS = `platform.business_now() - interval '2 years'`;
const TODAY = `(platform.business_now() at time zone 'Asia/Shanghai')::date`;
/** Failed, and no other laboratory found otherwise. */
const failed = (sample: string) => `${sample}.state = 'failed' and ${sample}.reported_on > (${TWO_YEARS})::date
   and not exists (select from admission.spot_check_sample retest where retest.retest_of = ${sample}.id and retest.state = 'passed')`;
const measured = (kinds: string) => `exists (select from admission.measure before
   where before.supplier_id = waiting.supplier_id and before.state <> 'annulled' and before.kind in (${kinds})`;

/** When a reason holds for a row `waiting` of the queue. */
const HOLDS: Readonly<Record<RiskReason, string>> = {
  exited: `${measured(`'exit', 'reAdmissionBar'`)})`,
  measured: `${measured(`'warning', 'rectification', 'productDelisting', 'suspension'`)} and before.started_at > ${TWO_YEARS})`,
  sampleFailed: `exists (select from admission.spot_check_sample own where own.supplier_id = waiting.supplier_id and ${failed('own')})`,
  faults: `exists (select from admission.finding
     where application_id = waiting.id and round = waiting.review_round and result = 'fail')`,
  categoryFailed: `exists (select from admission.product_dossier goods
     where goods.supplier_id = waiting.supplier_id and goods.category in (
       select tested.category from admission.spot_check_sample sample
         join admission.product_dossier tested on tested.supplier_id = sample.supplier_id and tested.product_id = sample.product_id
        where ${failed('sample')}))`,
  rejected: `exists (select from admission.application earlier
     where earlier.supplier_id = waiting.supplier_id and earlier.id < waiting.id and earlier.state = 'rejected')`,
  sentBack: `2 <= (select count(*) from admission.correction where application_id = waiting.id)`,
  paperEnded: `exists (select from admission.certificate paper
     where paper.supplier_id = waiting.supplier_id and paper.state = 'valid' and paper.valid_until < ${TODAY})`,
  trader: `waiting.kind = 'trader'`,
  newcomer: `not exists (select from admission.application earlier
     where earlier.supplier_id = waiting.supplier_id and earlier.id <> waiting.id and earlier.state = 'certified')`,
};

/** The reasons that hold for `waiting`, as an array of their names. */
export const RISK_OF_WAITING = `array(select reason from (values ${Object.entries(HOLDS)
  .map(([reason, holds]) => `('${reason}', ${holds})`)
  .join(', ')}) as risk (reason, holds) where holds)`;

const ofLevel = (level: string) =>
  `array[${Object.entries(RISK_REASONS)
    .filter(([, own]) => own === level)
    .map(([reason]) => `'${reason}'`)
    .join(', ')}]`;

/** How grave an array of reasons is: the place of its level among all of them, as `riskOf` says. */
export const gravityOf = (reasons: string) =>
  `case ${[...RISK_LEVELS]
    .map((level, at) => ({ level, at }))
    .reverse()
    .map(({ level, at }) => `when ${reasons} && ${ofLevel(level)} then ${at}`)
    .join(' ')} else 0 end`;
