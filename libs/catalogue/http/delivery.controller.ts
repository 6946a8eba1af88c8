import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  type Caller,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { deliveryAreas, setDeliveryAreas } from '../actions/search/delivery-areas';
import { mustActFor } from '../actions/supplier-products';

/** Where suppliers deliver to: everybody may ask, the supplier sets it. */
@Controller()
export class DeliveryController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /suppliers/{supplierId}/delivery-areas')
  read(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/delivery-areas'>,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/delivery-areas'>> {
    return deliveryAreas(this.database, params.supplierId);
  }

  @Handles('PUT /suppliers/{supplierId}/delivery-areas')
  async set(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/delivery-areas'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/delivery-areas'>> {
    mustActFor(params.supplierId, caller.person?.grants ?? []);
    await command(this.database, ask, (tx) =>
      setDeliveryAreas(tx, params.supplierId, { ...body, version: ask.version }),
    );
    return deliveryAreas(this.database, params.supplierId);
  }
}
