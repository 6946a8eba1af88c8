/** What the index of products is told by those who load many at once. */
export { indexAll, indexChanged } from './actions/search/index-products';
export { loadDeliveryAreas } from './actions/search/delivery-areas';
