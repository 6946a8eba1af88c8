export { catalogueParts } from './catalogue-parts';
export { channels } from './channel-door';
export { loadProducts, loadSkus, type NewProduct, type NewSku } from './actions/load-products';
export { packs } from './listing-door';
export { productBySlug } from './actions/product-by-slug';
export { search } from './search-door';
export { sendDossiers } from './actions/send-dossiers';
