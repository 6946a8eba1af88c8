import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  command,
  DATABASE,
  exporting,
  Handles,
  Input,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { closeVenue, draftVenue, editVenue, openVenue } from '../actions/channel/edit-venue';
import { pickOrganisations, pickProducts } from '../actions/channel/pick';
import { listAllVenues, listVenues, readVenue, readVenueDraft } from '../actions/channel/read-venues';
import { venueTable } from './channel-tables';

type Draft = ResponseOf<'GET /catalogue/venues/{id}'>;

@Controller()
export class VenueController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /venues')
  venues(@Input() { query }: InputOf<'GET /venues'>): Promise<ResponseOf<'GET /venues'>> {
    return listVenues(this.database, query);
  }

  @Handles('GET /venues/{slug}')
  venue(@Input() { params }: InputOf<'GET /venues/{slug}'>): Promise<ResponseOf<'GET /venues/{slug}'>> {
    return readVenue(this.database, params.slug);
  }

  @Handles('GET /catalogue/channel-products')
  products(
    @Input() { query }: InputOf<'GET /catalogue/channel-products'>,
  ): Promise<ResponseOf<'GET /catalogue/channel-products'>> {
    return pickProducts(this.database, query);
  }

  @Handles('GET /catalogue/channel-organisations')
  organisations(
    @Input() { query }: InputOf<'GET /catalogue/channel-organisations'>,
  ): Promise<ResponseOf<'GET /catalogue/channel-organisations'>> {
    return pickOrganisations(this.database, query);
  }

  @Handles('GET /catalogue/venues')
  @exporting.AsTable(venueTable)
  all(@Input() { query }: InputOf<'GET /catalogue/venues'>): Promise<ResponseOf<'GET /catalogue/venues'>> {
    return listAllVenues(this.database, query);
  }

  @Handles('GET /catalogue/venues/{id}')
  draft(@Input() { params }: InputOf<'GET /catalogue/venues/{id}'>): Promise<Draft> {
    return readVenueDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/venues')
  async begin(@Input() { body }: InputOf<'POST /catalogue/venues'>, @Ask() ask: CommandOptions): Promise<Draft> {
    const { view } = await command(this.database, ask, (tx) => draftVenue(tx, body));
    return readVenueDraft(this.database, view.id);
  }

  @Handles('PUT /catalogue/venues/{id}')
  async edit(
    @Input() { params, body }: InputOf<'PUT /catalogue/venues/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => editVenue(tx, { ...params, version: ask.version, form: body }));
    return readVenueDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/venues/{id}/open')
  async open(
    @Input() { params }: InputOf<'POST /catalogue/venues/{id}/open'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => openVenue(tx, { ...params, version: ask.version }));
    return readVenueDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/venues/{id}/close')
  async close(
    @Input() { params, body }: InputOf<'POST /catalogue/venues/{id}/close'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => closeVenue(tx, { ...params, ...body, version: ask.version }));
    return readVenueDraft(this.database, params.id);
  }
}
