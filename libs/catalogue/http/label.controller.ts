import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, exporting, Handles, Input, type CommandOptions, type Database } from '@xihuo/platform';
import {
  endPlacement,
  enterPlacement,
  findListings,
  labelOwnAccount,
  listOwnAccount,
  listPlacements,
} from '../actions/listing/label';
import { placementTable } from './desk-tables';

type OwnAccountKey = 'PUT /catalogue/listings/{supplierId}/{productId}/own-account';

/** What the law wants said of an offer: 自营 and 广告. */
@Controller()
export class LabelController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /catalogue/listings')
  listings(@Input() { query }: InputOf<'GET /catalogue/listings'>): Promise<ResponseOf<'GET /catalogue/listings'>> {
    return findListings(this.database, query.q);
  }

  @Handles('GET /catalogue/own-account')
  ownAccount(): Promise<ResponseOf<'GET /catalogue/own-account'>> {
    return listOwnAccount(this.database);
  }

  @Handles('PUT /catalogue/listings/{supplierId}/{productId}/own-account')
  async label(
    @Input() { params, body }: InputOf<OwnAccountKey>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<OwnAccountKey>> {
    return (await command(this.database, ask, (tx) => labelOwnAccount(tx, { ...params, ...body }))).view;
  }

  @Handles('GET /catalogue/placements')
  @exporting.AsTable(placementTable)
  placements(
    @Input() { query }: InputOf<'GET /catalogue/placements'>,
  ): Promise<ResponseOf<'GET /catalogue/placements'>> {
    return listPlacements(this.database, query);
  }

  @Handles('POST /catalogue/placements')
  async enter(
    @Input() { body }: InputOf<'POST /catalogue/placements'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /catalogue/placements'>> {
    return (await command(this.database, ask, (tx) => enterPlacement(tx, body))).view;
  }

  @Handles('POST /catalogue/placements/{id}/end')
  async end(
    @Input() { params, body }: InputOf<'POST /catalogue/placements/{id}/end'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /catalogue/placements/{id}/end'>> {
    return (await command(this.database, ask, (tx) => endPlacement(tx, { ...params, ...body }))).view;
  }
}
