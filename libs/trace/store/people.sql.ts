import { statement } from '@xihuo/platform';

export const peopleOfHousehold = statement<{ person_id: string }>(
  'trace.people_of_household',
  `select distinct person_id from identity.role_grant_v where role = 'farmer' and household_id = $1 order by person_id`,
);

export const peopleOfSupplier = statement<{ person_id: string }>(
  'trace.people_of_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);

/** Who watches over recalls: the platform, and the county that recommended the supplier. */
export const peopleOverSupplier = statement<{ person_id: string }>(
  'trace.people_over_supplier',
  `select distinct person_id from identity.role_grant_v
    where role in ('operator', 'reviewer') and jurisdiction is null
       or (role in ('countyAgriculture', 'countyRevitalisation')
           and starts_with((select county_code from registry.organisation_v where id = $1), jurisdiction)) order by person_id`,
);

export const householdsOfSuppliers = statement<{
  id: string;
  supplier_id: string;
  display_name: string;
  village: string;
  has_phone: boolean;
}>(
  'trace.households_of_suppliers',
  `select household.id, household.supplier_id, household.display_name, household.village,
          exists (select from identity.role_grant_v
                   where role = 'farmer' and household_id = household.id) as has_phone
     from registry.household_v household where household.supplier_id = any ($1::uuid[])
    order by household.village, household.display_name, household.id`,
);

export const openLotsToFill = statement<{
  id: string;
  supplier_id: string;
  code: string;
  product_id: string;
  product_name: string;
  category: string;
  produced_on: string;
}>(
  'trace.open_lots_to_fill',
  `select lot.id, lot.supplier_id, lot.code, lot.product_id, product.name_zh as product_name, product.category, lot.produced_on
     from trace.lot join catalogue.product_v product on product.id = lot.product_id
    where lot.supplier_id = any ($1::uuid[]) and lot.state = 'open' order by lot.id desc limit 200`,
);

/** What suppliers offer, or did: of these a lot can be opened. */
export const productsToFill = statement<{ id: string; supplier_id: string; name: string; category: string }>(
  'trace.products_to_fill',
  `select product.id, offered.supplier_id, product.name_zh as name, product.category
     from (select distinct supplier_id, product_id from catalogue.sku_v where supplier_id = any ($1::uuid[])) offered
     join catalogue.product_v product on product.id = offered.product_id order by product.name_zh, product.id`,
);
