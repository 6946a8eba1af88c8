import type { Output } from '@xihuo/ui';
import { keep } from '../ordering/kept';

type Product = Output<'GET /products/{slug}'>;

/** As much of a product as shows it again. */
export interface ViewedProduct {
  slug: string;
  name: Product['name'];
  category: string;
}

const MOST = 12;

const isViewed = (value: unknown): value is readonly ViewedProduct[] =>
  Array.isArray(value) &&
  value.every(
    (one: Partial<ViewedProduct> | null) =>
      typeof one?.slug === 'string' && typeof one.category === 'string' && typeof one.name?.zh === 'string',
  );

/** What was looked at in this browser, the last first; nobody else is told, and signing out forgets it. */
const viewed = keep<readonly ViewedProduct[]>('xihuo.viewed', [], isViewed);

export const useViewed = viewed.use;
export const forgetViewed = (): void => viewed.set([]);

/** The same product once, at the front. */
export function withViewed(known: readonly ViewedProduct[], product: ViewedProduct): ViewedProduct[] {
  return [product, ...known.filter(({ slug }) => slug !== product.slug)].slice(0, MOST);
}

export function noteViewed({ slug, name, category }: ViewedProduct): void {
  if (viewed.get()[0]?.slug !== slug) viewed.set(withViewed(viewed.get(), { slug, name, category }));
}
