import { admitSupplier, packColumns, packKey, packsNamed } from './actions/bulk/pack-columns';
import { reportStockState } from './actions/report-stock-state';
import { whatIsMissing } from './actions/what-is-missing';
import { mustActFor } from './actions/supplier-products';

/**
 * Of packs, for contexts above: whose they are, how a row of a table names one, the hint of how many there are, and what is
 * missing before they are sold.
 */
export const packs = { reportStockState, admitSupplier, packColumns, packKey, packsNamed, mustActFor, whatIsMissing };
