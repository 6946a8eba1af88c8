import { useQueryClient } from '@tanstack/react-query';
import { routeKey, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../../words';
import { LISTING } from './typed';

export const STOCK = 'GET /suppliers/{supplierId}/stock';
export type Shelf = Output<typeof STOCK>['data'][number];
export type Place = Shelf['places'][number];
export type Venue = NonNullable<Place['venue']>;

/** What is shown anew once stock was counted or moved, or has changed under somebody's hands. */
export function useStockChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ([STOCK, LISTING, 'GET /suppliers/{supplierId}/products/{productId}/to-sell'] as const).map((route) =>
        queries.invalidateQueries({ queryKey: routeKey(route) }),
      ),
    );
}

/** A place by its name; null is the own warehouse. */
export function usePlaceName(): (venue: Venue | null) => string {
  const t = useT();
  const locale = useLocale();
  return (venue) => (venue === null ? t('stock.warehouse') : locale === 'en' ? venue.name.en : venue.name.zh);
}
