import { admitSupplier, packColumns, packKey, packsNamed } from './actions/bulk/pack-columns';
import { reportStockState } from './actions/report-stock-state';
import { mustActFor } from './actions/supplier-products';

/** Of packs, for contexts above: whose they are, how a row of a table names one, and the hint of how many there are. */
export const packs = { reportStockState, admitSupplier, packColumns, packKey, packsNamed, mustActFor };
