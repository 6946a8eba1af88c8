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
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Grant,
  type Notices,
  type Vault,
  type VersionedAsk,
} from '@xihuo/platform';
import { saveDossier, sendDossier, type OwnProduct } from '../actions/send-dossiers';
import {
  addSupplierProduct,
  listSupplierProducts,
  mustActFor,
  readDraft,
  readSupplierProduct,
} from '../actions/supplier-products';
import { wantFacts } from '../actions/want-facts';

type Draft = ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/dossier'>;

@Controller()
export class SupplierProductsController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Handles('GET /suppliers/{supplierId}/products')
  list(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/products'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/products'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    return listSupplierProducts(this.database, params.supplierId, query);
  }

  @Handles('GET /suppliers/{supplierId}/products/{productId}')
  one(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/products/{productId}'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/products/{productId}'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    return readSupplierProduct(this.database, params);
  }

  @Handles('POST /suppliers/{supplierId}/products')
  async add(
    @Input() { params: { supplierId }, body }: InputOf<'POST /suppliers/{supplierId}/products'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/products'>> {
    mustActFor(supplierId, grantsOf(caller));
    const { view } = await command(this.database, ask, (tx) => addSupplierProduct(tx, supplierId, body));
    return readSupplierProduct(this.database, { supplierId, ...view });
  }

  @Handles('GET /suppliers/{supplierId}/products/{productId}/dossier')
  draft(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/products/{productId}/dossier'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<Draft> {
    mustActFor(params.supplierId, grantsOf(caller));
    return this.read(ask, params);
  }

  @Handles('PUT /suppliers/{supplierId}/products/{productId}/dossier')
  async save(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/products/{productId}/dossier'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Draft> {
    mustActFor(params.supplierId, grantsOf(caller));
    await command(this.database, ask, (tx) => saveDossier(tx, { ...params, form: body, version: ask.version }));
    return this.read(ask, params);
  }

  @Handles('PUT /suppliers/{supplierId}/products/{productId}/dossier/facts')
  async facts(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/products/{productId}/dossier/facts'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Draft> {
    mustActFor(params.supplierId, grantsOf(caller));
    await command(this.database, ask, (tx) => wantFacts(tx, { ...params, facts: body, version: ask.version }));
    return this.read(ask, params);
  }

  @Handles('POST /suppliers/{supplierId}/products/{productId}/dossier/send')
  async send(
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/products/{productId}/dossier/send'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<Draft> {
    mustActFor(params.supplierId, grantsOf(caller));
    const kit = { notices: this.notices, vault: this.vault };
    await command(this.database, ask, (tx) => sendDossier(tx, kit, { ...params, version: ask.version }));
    return this.read(ask, params);
  }

  /** Settings, counties and prices of one moment: read in one transaction. */
  private async read(ask: CommandOptions, own: OwnProduct): Promise<Draft> {
    return (await command(this.database, ask, (tx) => readDraft(tx, own))).view;
  }
}

function grantsOf({ person }: Caller): readonly Grant[] {
  return person?.grants ?? [];
}
