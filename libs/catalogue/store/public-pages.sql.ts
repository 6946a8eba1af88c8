import type { ContextParts } from '@xihuo/platform';

/** What of the catalogue search engines may find: what is or was for sale, and the ways to the goods that are published. */
export const publicPages: NonNullable<ContextParts['pages']> = [
  {
    name: 'shop',
    prefix: '/',
    slugs: `select unnest(array['', 'products', 'venues', 'campaigns', 'fairs', 'brands', 'register', 'notices',
                                'catalogue-editions', 'standards', 'public', 'lots', 'privacy', 'terms']) as slug
            union all select distinct 'products?category=' || category from catalogue.search_document`,
  },
  {
    name: 'products',
    prefix: '/p/',
    slugs: `select product.slug from catalogue.product
             where exists (select from catalogue.search_document where search_document.product_id = product.id)`,
  },
  {
    name: 'channels',
    prefix: '/',
    slugs: `select 'venues/' || slug as slug from catalogue.venue where state <> 'draft'
            union all select 'campaigns/' || slug from catalogue.campaign where state <> 'draft'
            union all select 'fairs/' || slug from catalogue.fair where state <> 'draft'
            union all select 'brands/' || slug from catalogue.brand`,
  },
];
