import { statement } from '@xihuo/platform';

/** The paper under which a confirmed mandate is watched; $1 trader, $2 mandate. */
export const revokeMandatePaper = statement<{ id: string }>(
  'admission.revoke_mandate_paper',
  `update admission.certificate set state = 'revoked', row_version = row_version + 1
    where supplier_id = $1 and kind = 'mandate' and number = $2::uuid::text and state = 'valid' returning id`,
);

/** Whether a trader's right to sell rests on this application; $1 trader, $2 application. */
export const sellsBy = statement<{ supplier_id: string }>(
  'admission.sells_by_application',
  'select supplier_id from admission.certification where supplier_id = $1 and application_id = $2',
);

/** Traders that were admitted on a mandate of these producers. */
export const tradersOf = statement<{ trader_id: string; producer_id: string; producer_name: string }>(
  'admission.traders_of',
  `select certification.supplier_id as trader_id, mandate.producer_id, producer.name_zh as producer_name
     from admission.mandate mandate
     join admission.certification certification on certification.application_id = mandate.application_id
     join registry.organisation_v producer on producer.id = mandate.producer_id
    where mandate.producer_id = any($1::uuid[]) and mandate.state = 'confirmed' order by certification.supplier_id`,
);
