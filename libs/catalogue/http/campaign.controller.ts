import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  Ask,
  By,
  command,
  DATABASE,
  exporting,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { grantsOf } from '../actions/channel/channel-kit';
import { cancelCampaign, draftCampaign, editCampaign, publishCampaign } from '../actions/channel/edit-campaign';
import { enterProducts } from '../actions/channel/enter-campaign';
import {
  listAllCampaigns,
  listCampaigns,
  listEntries,
  listMine,
  listCampaignProducts,
  readCampaign,
  readCampaignDraft,
  readMine,
} from '../actions/channel/read-campaigns';
import { mustActFor } from '../actions/supplier-products';
import { campaignTable, entryTable } from './channel-tables';

type Draft = ResponseOf<'GET /catalogue/campaigns/{id}'>;

@Controller()
export class CampaignController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /campaigns')
  campaigns(@Input() { query }: InputOf<'GET /campaigns'>): Promise<ResponseOf<'GET /campaigns'>> {
    return listCampaigns(this.database, query);
  }

  @Handles('GET /campaigns/{slug}')
  campaign(@Input() { params }: InputOf<'GET /campaigns/{slug}'>): Promise<ResponseOf<'GET /campaigns/{slug}'>> {
    return readCampaign(this.database, params.slug);
  }

  @Handles('GET /campaigns/{slug}/products')
  products(
    @Input() { params, query }: InputOf<'GET /campaigns/{slug}/products'>,
  ): Promise<ResponseOf<'GET /campaigns/{slug}/products'>> {
    return listCampaignProducts(this.database, params.slug, query);
  }

  @Handles('GET /catalogue/campaigns')
  @exporting.AsTable(campaignTable)
  all(@Input() { query }: InputOf<'GET /catalogue/campaigns'>): Promise<ResponseOf<'GET /catalogue/campaigns'>> {
    return listAllCampaigns(this.database, query);
  }

  @Handles('GET /catalogue/campaigns/{id}')
  draft(
    @Input() { params }: InputOf<'GET /catalogue/campaigns/{id}'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<Draft> {
    return readCampaignDraft(this.database, params.id, actor);
  }

  @Handles('GET /catalogue/campaigns/{id}/entries')
  @exporting.AsTable(entryTable)
  entries(
    @Input() { params, query }: InputOf<'GET /catalogue/campaigns/{id}/entries'>,
  ): Promise<ResponseOf<'GET /catalogue/campaigns/{id}/entries'>> {
    return listEntries(this.database, params.id, query);
  }

  @Handles('POST /catalogue/campaigns')
  async begin(@Input() { body }: InputOf<'POST /catalogue/campaigns'>, @Ask() ask: CommandOptions): Promise<Draft> {
    const { view } = await command(this.database, ask, (tx) => draftCampaign(tx, body));
    return readCampaignDraft(this.database, view.id, ask.actor);
  }

  @Handles('PUT /catalogue/campaigns/{id}')
  async edit(
    @Input() { params, body }: InputOf<'PUT /catalogue/campaigns/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => editCampaign(tx, { ...params, version: ask.version, form: body }));
    return readCampaignDraft(this.database, params.id, ask.actor);
  }

  @Handles('POST /catalogue/campaigns/{id}/publish')
  async publish(
    @Input() { params }: InputOf<'POST /catalogue/campaigns/{id}/publish'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => publishCampaign(tx, { ...params, version: ask.version }));
    return readCampaignDraft(this.database, params.id, ask.actor);
  }

  @Handles('POST /catalogue/campaigns/{id}/cancel')
  async cancel(
    @Input() { params, body }: InputOf<'POST /catalogue/campaigns/{id}/cancel'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => cancelCampaign(tx, { ...params, ...body, version: ask.version }));
    return readCampaignDraft(this.database, params.id, ask.actor);
  }

  @Handles('GET /suppliers/{supplierId}/campaigns')
  mine(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/campaigns'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/campaigns'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    return listMine(this.database, params.supplierId);
  }

  @Handles('PUT /suppliers/{supplierId}/campaigns/{slug}')
  async enter(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/campaigns/{slug}'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'PUT /suppliers/{supplierId}/campaigns/{slug}'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    must(caller.person !== null, 'a supplier is somebody');
    const entry = { ...params, products: body.products, personId: caller.person.id, version: ask.version };
    await command(this.database, ask, (tx) => enterProducts(tx, entry));
    return readMine(this.database, params.supplierId, params.slug);
  }
}
