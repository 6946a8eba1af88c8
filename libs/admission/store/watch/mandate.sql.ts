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
