import { statement } from '@xihuo/platform';
import { MAINLAND } from '../place.sql';

export interface FreightTemplateRow {
  id: string;
  effective_from: Date;
  assumed_grams: number;
  rates: Record<string, unknown>[];
  places: Record<string, string> | null;
}

const TEMPLATE = `select template.id, template.effective_from, template.assumed_grams, template.rates,
         (select jsonb_object_agg(region.code, region.name) from registry.region_v region
           where region.code in (select code from jsonb_array_elements(template.rates) rate
                                   cross join jsonb_array_elements_text(rate -> 'regions') code)) as places
    from ordering.freight_template template`;

/** $1 supplier, $2 how many; the one that holds first. */
export const freightTemplates = statement<FreightTemplateRow>(
  'ordering.freight_templates',
  `${TEMPLATE} where template.supplier_id = $1 order by template.effective_from desc limit $2`,
);

/** One at a time puts a supplier's template in place, so that two at once are one after the other. */
export const lockFreight = statement(
  'ordering.lock_freight',
  `select pg_advisory_xact_lock(hashtextextended('ordering.freight_template ' || $1::text, 0))`,
);

/** Of all templates a supplier ever had; 1 of none. */
export const freightVersion = statement<{ version: number }>(
  'ordering.freight_version',
  'select count(*)::integer + 1 as version from ordering.freight_template where supplier_id = $1',
);

/** $1 supplier, $2 from when, $3 grams, $4 rates, $5 who. */
export const insertFreightTemplate = statement<{ id: string }>(
  'ordering.insert_freight_template',
  `insert into ordering.freight_template (supplier_id, effective_from, assumed_grams, rates, created_by, created_at)
   values ($1, $2, $3, $4, $5, $2) returning id`,
);

/** Codes that are no place of the mainland. */
export const unknownPlaces = statement<{ code: string }>(
  'ordering.unknown_places',
  `select code from unnest($1::text[]) as wanted (code)
    where code <> '000000' and not exists (select from registry.region_v region where region.code = wanted.code
      and ${MAINLAND}) order by code`,
);
