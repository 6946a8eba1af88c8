import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface MandateRow {
  id: string;
  application_id: string;
  trader_id: string;
  trader_name: string;
  producer_id: string;
  producer_name: string;
  state: machines.MandateState;
  valid_until: string;
  asked_by: string;
  asked_at: Date;
  answered_at: Date | null;
  row_version: number;
}

const MANDATE = `select mandate.id, mandate.application_id, mandate.trader_id, trader.name_zh as trader_name, mandate.producer_id,
          producer.name_zh as producer_name, mandate.state, mandate.valid_until, mandate.asked_by, mandate.asked_at,
          mandate.answered_at, mandate.row_version
     from admission.mandate mandate
     join registry.organisation_v trader on trader.id = mandate.trader_id
     join registry.organisation_v producer on producer.id = mandate.producer_id`;

/** The last one of an application. */
export const mandateOfApplication = statement<MandateRow>(
  'admission.mandate_of_application',
  `${MANDATE} where mandate.application_id = $1 order by mandate.id desc limit 1`,
);

export const mandateById = statement<MandateRow>('admission.mandate_by_id', `${MANDATE} where mandate.id = $1`);

/** Of suppliers ($1), or only those ($2) that they were asked for and have not answered. */
export const mandatesOf = statement<MandateRow>(
  'admission.mandates_of',
  `${MANDATE} where (mandate.producer_id = any($1::uuid[]) and (not $2::boolean or mandate.state = 'asked')
          or not $2::boolean and mandate.trader_id = any($1::uuid[]))
    order by mandate.id desc`,
);

/** One of either side, locked. */
export const lockMandate = statement<MandateRow>(
  'admission.lock_mandate',
  `${MANDATE} where mandate.id = $1 and (mandate.trader_id = any($2::uuid[]) or mandate.producer_id = any($2::uuid[]))
     for update of mandate`,
);

/** Whoever asks anew gives up what was asked before. */
export const endOpenMandate = statement(
  'admission.end_open_mandate',
  `update admission.mandate set state = 'ended', row_version = row_version + 1
    where application_id = $1 and state in ('asked', 'confirmed')`,
);

/** Only of a producer who may sell at this moment. */
export const insertMandate = statement<{ id: string }>(
  'admission.insert_mandate',
  `insert into admission.mandate (application_id, trader_id, producer_id, valid_until, asked_by, asked_at)
   select $1, $2, producer.id, $4, $5, $6
     from registry.organisation_v producer
     join admission.supplier_standing_v standing on standing.supplier_id = producer.id and standing.may_sell
    where producer.id = $3 and producer.kind <> 'trader'
   returning id`,
);

export const answerMandate = statement(
  'admission.answer_mandate',
  `update admission.mandate
      set state = $2, answered_by = case when $2 = 'ended' then answered_by else $3 end,
          answered_at = case when $2 = 'ended' then answered_at else $4 end, row_version = row_version + 1
    where id = $1`,
);

export const peopleOfSupplier = statement<{ person_id: string }>(
  'admission.people_behind_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);
