import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { everythingMissing } from '../actions/what-is-missing';

type Key = 'GET /suppliers/{supplierId}/products/{productId}/to-sell';

/** Bound here, since the lots that shipments name are trace's. */
@Controller()
export class WayToSaleController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /suppliers/{supplierId}/products/{productId}/to-sell')
  toSell(@Input() { params }: InputOf<Key>, @By() { person }: Caller): Promise<ResponseOf<Key>> {
    return everythingMissing(this.database, person?.grants ?? [], params);
  }
}
