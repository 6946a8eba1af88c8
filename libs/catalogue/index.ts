export { catalogueParts } from './catalogue-parts';
export { loadProducts, loadSkus, rankProducts, type NewProduct, type NewSku } from './actions/load-products';
export { productBySlug, type ProductWithOffers } from './actions/product-by-slug';
export { reportStockState, type StockReport } from './actions/report-stock-state';
export { sendDossiers } from './actions/send-dossiers';
