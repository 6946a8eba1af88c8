import { REGION_NAME } from './region-name.sql';

/** Nobody sends beyond the mainland: the codes of 台湾, 香港 and 澳门 come last. Reads the alias `region`. */
export const MAINLAND = `region.code < '700000'`;

/** Whether goods can be sent to an address in `region`: a place of the mainland that no further part of is to be named. */
export const DELIVERABLE = `(${MAINLAND}
            and not exists (select from registry.region_v child where child.parent_code = region.code))`;

/** Code and name of a place of the mainland of whatever level, as `place`; nulls where it is none. `code` is SQL. */
export const placeOf = (code: string): string => `left join lateral (
       select region.code, ${REGION_NAME} as name from registry.region_v region
         left join registry.region_v city on city.code = region.parent_code
        where region.code = ${code} and ${MAINLAND}) place on true`;
