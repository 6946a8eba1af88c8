import { rankProducts } from './actions/load-products';
import { loadDeliveryAreas } from './actions/search/delivery-areas';
import { indexAll, indexChanged } from './actions/search/index-products';

/** For those who load many products at once: the index, the recommended order, and where suppliers deliver to. */
export const search = { indexAll, indexChanged, rankProducts, loadDeliveryAreas };
