import type { Readable } from 'node:stream';
import { packs } from '@xihuo/catalogue';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  Handles,
  Input,
  Language,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
  type XihuoReply,
} from '@xihuo/platform';
import { countOne } from '../actions/stock/count-one';
import { moveStock } from '../actions/stock/move-stock';
import { readPlaces, readStock, stockFile } from '../actions/stock/supplier-stock';

/** A file costs as much as many pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

@Controller()
export class StockController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /suppliers/{supplierId}/stock')
  read(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/stock'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/stock'>> {
    mustBeOwn(params, caller);
    return readStock(this.database, params.supplierId, query.product ?? null);
  }

  @Handles('PUT /suppliers/{supplierId}/stock/{skuId}')
  async count(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/stock/{skuId}'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'PUT /suppliers/{supplierId}/stock/{skuId}'>> {
    mustBeOwn(params, caller);
    return (await command(this.database, ask, (tx) => countOne(tx, { ...params, ...body, version: ask.version }))).view;
  }

  @Handles('GET /suppliers/{supplierId}/stock/places')
  places(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/stock/places'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/stock/places'>> {
    mustBeOwn(params, caller);
    return readPlaces(this.database, params.supplierId, query.product);
  }

  @Handles('POST /suppliers/{supplierId}/stock/{skuId}/moves')
  async move(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/stock/{skuId}/moves'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/stock/{skuId}/moves'>> {
    mustBeOwn(params, caller);
    return (await command(this.database, ask, (tx) => moveStock(tx, { ...params, ...body }))).view;
  }

  @Handles('GET /suppliers/{supplierId}/stock/file')
  async file(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/stock/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    mustBeOwn(params, caller);
    const most = { name: 'supplierFile', of: params.supplierId, most: MOST_FILES, seconds: FILE_SECONDS };
    await limitRate(this.database, most);
    return describeDownload(reply, await stockFile(this.database, params.supplierId, { ...query, language }));
  }
}

function mustBeOwn({ supplierId }: { supplierId: string }, { person }: Caller): void {
  packs.mustActFor(supplierId, person?.grants ?? []);
}
