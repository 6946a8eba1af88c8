import type { Output } from '@xihuo/ui';
import { yuanOf } from '../dispute/yuan';
import { buyable } from './chosen-offer';
import type { Rating } from './rating';

type Product = Output<'GET /products/{slug}'>;
type Card = Output<'GET /products'>['data'][number];

interface Crumb {
  name: string;
  path: string;
}

/** The way to a page, from the first page on. */
export function breadcrumb(crumbs: readonly Crumb[], origin: string): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      ...{ position: index + 1, name, item: origin + path },
    })),
  };
}

/** The largest photograph that everything can read; none where the page shows a drawing. */
export function photoPath(product: Product): string | undefined {
  const photo = product.offers.flatMap(({ words }) => words.pictures)[0];
  return photo?.sources.filter(({ format }) => format === 'jpeg').at(-1)?.path;
}

const ratingData = (count: number, averageTenths: number) => ({
  '@type': 'AggregateRating',
  ...{ ratingValue: averageTenths / 10, reviewCount: count, bestRating: 5, worstRating: 1 },
});

/** What is for sale here and by whom, for machines; an offer that cannot be bought is said to be out. */
export function productData(
  { product, rating }: { product: Product; rating?: Rating | undefined },
  { name, description }: { name: string; description: string },
  origin: string,
) {
  const image = photoPath(product);
  const url = `${origin}/p/${product.slug}`;
  return {
    '@type': 'Product',
    ...{ name, description, url, category: product.category },
    ...(image !== undefined && { image: origin + image }),
    ...(rating && rating.averageTenths !== null && { aggregateRating: ratingData(rating.count, rating.averageTenths) }),
    countryOfOrigin: { '@type': 'Country', name: 'CN' },
    offers: product.offers.map((offer) => ({
      '@type': 'Offer',
      ...{ url: `${url}?supplier=${offer.supplier.id}`, price: yuanOf(offer.price.amount), priceCurrency: 'CNY' },
      availability: `https://schema.org/${buyable(offer) ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name: offer.supplier.name, url: `${origin}/suppliers/${offer.supplier.id}` },
      ...(offer.gtin !== null && { gtin: offer.gtin }),
      ...(offer.articleNumber !== null && { sku: offer.articleNumber }),
    })),
  };
}

/** The goods of a list in the order shown. */
export function listData(cards: readonly Card[], nameOf: (card: Card) => string, origin: string): object {
  return {
    '@type': 'ItemList',
    itemListElement: cards.map((card, index) => ({
      '@type': 'ListItem',
      ...{ position: index + 1, name: nameOf(card), url: `${origin}/p/${card.slug}` },
    })),
  };
}

/** The shop itself, and how to search it. */
export function siteData(name: string, origin: string): object[] {
  return [
    { '@type': 'Organization', name, url: origin },
    {
      '@type': 'WebSite',
      ...{ name, url: origin },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${origin}/products?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}
