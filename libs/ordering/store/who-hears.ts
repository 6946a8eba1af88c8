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
       else ${membersFor(`${order}.organisation_id`, duties)} end`;

/**
 * Who of an organisation hears of what needs one of the duties: those who have it and act for it now; where nobody has, those who
 * manage it, who can give the duty to somebody; where nobody does that either, everybody who acts for it. Nothing is told to nobody.
 */
export function membersFor(organisation: string, duties: string): string {
  const those = (which: string) => `array_agg(held.person_id order by held.person_id)${which}`;
  return `coalesce((select coalesce(${those(` filter (where member.duties && ${duties})`)},
                                    ${those(` filter (where 'manage' = any (member.duties))`)}, ${those('')})
            from (select distinct person_id from identity.role_grant_v
                   where role = 'businessBuyer' and organisation_id = ${organisation}) held
            left join ordering.business_member member
              on member.person_id = held.person_id and member.organisation_id = ${organisation}), '{}')`;
}

export const isGuest = (order: string): string => `(${order}.organisation_id is null and ${order}.person_id is null)`;

/** The people of a supplier, as they are now. */
export const sellersOf = (supplierId: string): string => `
  array(select distinct person_id from identity.role_grant_v
         where role = 'supplier' and organisation_id = ${supplierId} order by person_id)`;
