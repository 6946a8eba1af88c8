import type { ContextParts } from '@xihuo/platform';

/**
 * What of the catalogue search engines may find: every product that was ever for sale, since its page stays, and the ways to the
 * goods that are published.
 */
export const publicPages: NonNullable<ContextParts['pages']> = [
  {
    name: 'shop',
    paths: `select unnest(array['/', '/products', '/venues', '/campaigns', '/fairs', '/brands', '/register', '/notices',
                                '/catalogue-editions', '/standards', '/public', '/lots']) as path
            union all select distinct '/products?category=' || category from catalogue.search_document`,
  },
  {
    name: 'products',
    paths: `select '/p/' || product.slug as path from catalogue.product
              join catalogue.search_document on search_document.product_id = product.id`,
  },
  {
    name: 'channels',
    paths: `select '/venues/' || slug as path from catalogue.venue where state <> 'draft'
            union all select '/campaigns/' || slug from catalogue.campaign where state <> 'draft'
            union all select '/fairs/' || slug from catalogue.fair where state <> 'draft'
            union all select '/brands/' || slug from catalogue.brand`,
  },
];
