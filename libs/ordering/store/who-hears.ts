import type { machines } from '@xihuo/contract';

export const dutyList = (...duties: machines.buying.Duty[]): string =>
  `array[${duties.map((duty) => `'${duty}'`).join(', ')}]::text[]`;

/**
 * Who hears of an order in the app: whoever placed it for themselves; of what an organisation bought, those of its members who have
 * one of the duties and act for it now. Whoever asked for it and has left hears nothing any more. Nobody of a guest's: a guest is
 * reached by phone.
 */
export const buyersOf = (order: string, duties: string): string => `
  case when ${order}.organisation_id is null then array_remove(array[${order}.person_id], null)
       else array(select member.person_id from ordering.business_member member
                   where member.organisation_id = ${order}.organisation_id and member.duties && ${duties}
                     and exists (select from identity.role_grant_v held where held.person_id = member.person_id
                                    and held.role = 'businessBuyer' and held.organisation_id = member.organisation_id)
                   order by member.person_id) end`;

export const isGuest = (order: string): string => `(${order}.organisation_id is null and ${order}.person_id is null)`;

/** The people of a supplier, as they are now. */
export const sellersOf = (supplierId: string): string => `
  array(select distinct person_id from identity.role_grant_v
         where role = 'supplier' and organisation_id = ${supplierId} order by person_id)`;
