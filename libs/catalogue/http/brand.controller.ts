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
import { editBrand, enterBrand, grantLicence, revoke } from '../actions/channel/edit-brand';
import {
  listAllBrands,
  listBrands,
  listLicences,
  listBrandProducts,
  readBrand,
  readBrandDraft,
  readLicence,
} from '../actions/channel/read-brands';
import { brandTable, licenceTable } from './channel-tables';

type Draft = ResponseOf<'GET /catalogue/brands/{id}'>;
type Licence = ResponseOf<'POST /catalogue/brands/{id}/licences'>;

@Controller()
export class BrandController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /brands')
  brands(@Input() { query }: InputOf<'GET /brands'>): Promise<ResponseOf<'GET /brands'>> {
    return listBrands(this.database, query);
  }

  @Handles('GET /brands/{slug}')
  brand(@Input() { params }: InputOf<'GET /brands/{slug}'>): Promise<ResponseOf<'GET /brands/{slug}'>> {
    return readBrand(this.database, params.slug);
  }

  @Handles('GET /brands/{slug}/products')
  products(
    @Input() { params, query }: InputOf<'GET /brands/{slug}/products'>,
  ): Promise<ResponseOf<'GET /brands/{slug}/products'>> {
    return listBrandProducts(this.database, params.slug, query);
  }

  @Handles('GET /catalogue/brands')
  @exporting.AsTable(brandTable)
  all(@Input() { query }: InputOf<'GET /catalogue/brands'>): Promise<ResponseOf<'GET /catalogue/brands'>> {
    return listAllBrands(this.database, query);
  }

  @Handles('GET /catalogue/brands/{id}')
  draft(@Input() { params }: InputOf<'GET /catalogue/brands/{id}'>): Promise<Draft> {
    return readBrandDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/brands')
  async enter(@Input() { body }: InputOf<'POST /catalogue/brands'>, @Ask() ask: CommandOptions): Promise<Draft> {
    const { view } = await command(this.database, ask, (tx) => enterBrand(tx, body));
    return readBrandDraft(this.database, view.id);
  }

  @Handles('PUT /catalogue/brands/{id}')
  async edit(
    @Input() { params, body }: InputOf<'PUT /catalogue/brands/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => editBrand(tx, { ...params, version: ask.version, form: body }));
    return readBrandDraft(this.database, params.id);
  }

  @Handles('GET /catalogue/brands/{id}/licences')
  @exporting.AsTable(licenceTable)
  licences(
    @Input() { params, query }: InputOf<'GET /catalogue/brands/{id}/licences'>,
  ): Promise<ResponseOf<'GET /catalogue/brands/{id}/licences'>> {
    return listLicences(this.database, params.id, query);
  }

  @Handles('POST /catalogue/brands/{id}/licences')
  async grant(
    @Input() { params, body }: InputOf<'POST /catalogue/brands/{id}/licences'>,
    @Ask() ask: CommandOptions,
  ): Promise<Licence> {
    const { view } = await command(this.database, ask, (tx) => grantLicence(tx, params.id, body));
    return readLicence(this.database, view.id);
  }

  @Handles('POST /catalogue/brand-licences/{id}/revoke')
  async revoke(
    @Input() { params, body }: InputOf<'POST /catalogue/brand-licences/{id}/revoke'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Licence> {
    await command(this.database, ask, (tx) => revoke(tx, { ...params, ...body, version: ask.version }));
    return readLicence(this.database, params.id);
  }
}
