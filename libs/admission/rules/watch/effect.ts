import type { MachineMeasure } from './finding';

/**
 * What the end of a licence or certificate does. A paper of one product holds that product, not all that its supplier sells; and
 * where no product is named there is none to take off sale: people look at it.
 */
export function effectOn(effect: MachineMeasure | undefined, productId: string | null): MachineMeasure | null {
  if (effect === undefined) return null;
  if (productId === null) return effect === 'productDelisting' ? null : effect;
  return effect === 'suspension' ? 'productDelisting' : effect;
}
