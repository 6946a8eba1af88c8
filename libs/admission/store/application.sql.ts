import { statement } from '@xihuo/platform';
import type { Criterion } from '../rules/standard';

export const insertStandard = statement(
  'admission.insert_standard',
  `insert into admission.standard (version, published_on, effective_from, criteria, source)
   values ($1, $2, $3, $4::jsonb, $5) on conflict (version) do nothing`,
);

export interface StandardRow {
  version: string;
  published_on: string;
  effective_from: string;
  criteria: Criterion[];
  source: string;
}

/** The tenth version of a year comes after its ninth, which text alone would not say. */
export const standardOn = statement<StandardRow>(
  'admission.standard_on',
  `select version, published_on, effective_from, criteria, source from admission.standard
    where effective_from <= $1::date order by effective_from desc, length(version) desc, version desc limit 1`,
);

export const standardOfVersion = statement<StandardRow>(
  'admission.standard_of_version',
  'select version, published_on, effective_from, criteria, source from admission.standard where version = $1',
);
