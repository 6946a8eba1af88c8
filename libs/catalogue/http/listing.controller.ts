import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  NOTICES,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
  type Tx,
  type VersionedAsk,
} from '@xihuo/platform';
import { addPack } from '../actions/listing/add-pack';
import { namePack } from '../actions/listing/name-pack';
import { readListing, type OwnListing } from '../actions/listing/read-listing';
import { setPrices } from '../actions/listing/set-prices';
import { cancelChange, saveChange, submitChange } from '../actions/listing/write-change';
import { mustActFor } from '../actions/supplier-products';

type Listing = ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/listing'>;

@Controller()
export class ListingController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {}

  @Handles('GET /suppliers/{supplierId}/products/{productId}/listing')
  async read(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/products/{productId}/listing'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<Listing> {
    mustBeOwn(params, caller);
    return (await command(this.database, ask, (tx) => readListing(tx, params))).view;
  }

  @Handles('PUT /suppliers/{supplierId}/products/{productId}/listing/change')
  save(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/products/{productId}/listing/change'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Listing> {
    return this.does(ask, caller, params, (tx, at) => saveChange(tx, { ...at, ...body }));
  }

  @Handles('POST /suppliers/{supplierId}/products/{productId}/listing/change/submit')
  submit(
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/products/{productId}/listing/change/submit'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Listing> {
    return this.does(ask, caller, params, (tx, at) => submitChange(tx, { notices: this.notices }, at));
  }

  @Handles('POST /suppliers/{supplierId}/products/{productId}/listing/change/cancel')
  cancel(
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/products/{productId}/listing/change/cancel'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Listing> {
    return this.does(ask, caller, params, cancelChange);
  }

  @Handles('PUT /suppliers/{supplierId}/products/{productId}/prices')
  async prices(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/products/{productId}/prices'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'PUT /suppliers/{supplierId}/products/{productId}/prices'>> {
    mustBeOwn(params, caller);
    const wanted = { ...params, ...body, version: ask.version };
    return (await command(this.database, ask, (tx) => setPrices(tx, wanted))).view;
  }

  @Handles('POST /suppliers/{supplierId}/products/{productId}/packs')
  add(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/products/{productId}/packs'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Listing> {
    return this.does(ask, caller, params, (tx, at) => addPack(tx, { ...at, ...body }));
  }

  @Handles('PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}')
  pack(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Listing> {
    const { skuId } = params;
    return this.does(ask, caller, params, (tx, at) => namePack(tx, { ...at, ...body, skuId }));
  }

  private async does(
    ask: VersionedAsk,
    caller: Caller,
    { supplierId, productId }: OwnListing,
    work: (tx: Tx, at: OwnListing & { version: number }) => Promise<void>,
  ): Promise<Listing> {
    const own = { supplierId, productId };
    mustBeOwn(own, caller);
    const { view } = await command(this.database, ask, async (tx) => {
      await work(tx, { ...own, version: ask.version });
      return readListing(tx, own);
    });
    return view;
  }
}

function mustBeOwn({ supplierId }: { supplierId: string }, { person }: Caller): void {
  mustActFor(supplierId, person?.grants ?? []);
}
