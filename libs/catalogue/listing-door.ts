import { admitSupplier, packColumns, packKey, packsNamed } from './actions/bulk/pack-columns';
import { mustActFor } from './actions/supplier-products';

/** For contexts above that take tables about a supplier's packs: how a row names one, and whose they are. */
export const packTables = { admitSupplier, packColumns, packKey, packsNamed, mustActFor };
