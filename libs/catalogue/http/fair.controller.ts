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
  limitRate,
  NOTICES,
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
  type Vault,
  type VersionedAsk,
} from '@xihuo/platform';
import { grantsOf } from '../actions/channel/channel-kit';
import { assignBooths, cancelFair, draftFair, editFair, publishFair } from '../actions/channel/edit-fair';
import {
  askExhibitor,
  listAsked,
  listLeads,
  noteLead,
  readLead,
  revealLead,
  withdrawLead,
} from '../actions/channel/leads';
import {
  listAllFairs,
  listFairs,
  listMyFairs,
  readFair,
  readFairDraft,
  readMyFair,
} from '../actions/channel/read-fairs';
import { signUpForFair } from '../actions/channel/sign-up';
import { mustActFor } from '../actions/supplier-products';
import { fairTable, leadTable } from './channel-tables';

type Draft = ResponseOf<'GET /catalogue/fairs/{id}'>;

/** Every lead tells people; nobody asks this many exhibitors in an hour by hand. */
const MOST_LEADS = 30;
const LEAD_SECONDS = 3600;

@Controller()
export class FairController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Handles('GET /fairs')
  fairs(@Input() { query }: InputOf<'GET /fairs'>): Promise<ResponseOf<'GET /fairs'>> {
    return listFairs(this.database, query);
  }

  @Handles('GET /fairs/{slug}')
  fair(@Input() { params }: InputOf<'GET /fairs/{slug}'>): Promise<ResponseOf<'GET /fairs/{slug}'>> {
    return readFair(this.database, params.slug);
  }

  @Handles('POST /fairs/{slug}/leads')
  async ask(
    @Input() { params, body }: InputOf<'POST /fairs/{slug}/leads'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /fairs/{slug}/leads'>> {
    const personId = idOf(caller);
    await limitRate(this.database, { name: 'fairLead', of: personId, most: MOST_LEADS, seconds: LEAD_SECONDS });
    const kit = { vault: this.vault, notices: this.notices };
    return (await command(this.database, ask, (tx) => askExhibitor(tx, kit, { ...params, personId, body }))).view;
  }

  @Handles('GET /me/leads')
  asked(@Input() { query }: InputOf<'GET /me/leads'>, @By() caller: Caller): Promise<ResponseOf<'GET /me/leads'>> {
    return listAsked(this.database, idOf(caller), query);
  }

  @Handles('POST /me/leads/{id}/withdraw')
  async withdraw(
    @Input() { params }: InputOf<'POST /me/leads/{id}/withdraw'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /me/leads/{id}/withdraw'>> {
    const wanted = { ...params, personId: idOf(caller) };
    return (await command(this.database, ask, (tx) => withdrawLead(tx, this.notices, wanted))).view;
  }

  @Handles('GET /catalogue/fairs')
  @exporting.AsTable(fairTable)
  all(@Input() { query }: InputOf<'GET /catalogue/fairs'>): Promise<ResponseOf<'GET /catalogue/fairs'>> {
    return listAllFairs(this.database, query);
  }

  @Handles('GET /catalogue/fairs/{id}')
  draft(@Input() { params }: InputOf<'GET /catalogue/fairs/{id}'>): Promise<Draft> {
    return readFairDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/fairs')
  async begin(@Input() { body }: InputOf<'POST /catalogue/fairs'>, @Ask() ask: CommandOptions): Promise<Draft> {
    const { view } = await command(this.database, ask, (tx) => draftFair(tx, body));
    return readFairDraft(this.database, view.id);
  }

  @Handles('PUT /catalogue/fairs/{id}')
  async edit(
    @Input() { params, body }: InputOf<'PUT /catalogue/fairs/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => editFair(tx, { ...params, version: ask.version, form: body }));
    return readFairDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/fairs/{id}/publish')
  async publish(
    @Input() { params }: InputOf<'POST /catalogue/fairs/{id}/publish'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => publishFair(tx, { ...params, version: ask.version }));
    return readFairDraft(this.database, params.id);
  }

  @Handles('POST /catalogue/fairs/{id}/cancel')
  async cancel(
    @Input() { params, body }: InputOf<'POST /catalogue/fairs/{id}/cancel'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    const wanted = { ...params, ...body, version: ask.version };
    await command(this.database, ask, (tx) => cancelFair(tx, this.notices, wanted));
    return readFairDraft(this.database, params.id);
  }

  @Handles('PUT /catalogue/fairs/{id}/booths')
  async booths(
    @Input() { params, body }: InputOf<'PUT /catalogue/fairs/{id}/booths'>,
    @Ask() ask: VersionedAsk,
  ): Promise<Draft> {
    await command(this.database, ask, (tx) => assignBooths(tx, { ...params, ...body, version: ask.version }));
    return readFairDraft(this.database, params.id);
  }

  @Handles('GET /suppliers/{supplierId}/fairs')
  mine(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/fairs'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/fairs'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    return listMyFairs(this.database, params.supplierId);
  }

  @Handles('PUT /suppliers/{supplierId}/fairs/{slug}')
  async signUp(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/fairs/{slug}'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'PUT /suppliers/{supplierId}/fairs/{slug}'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    const wanted = { ...params, ...body, personId: idOf(caller), version: ask.version };
    await command(this.database, ask, (tx) => signUpForFair(tx, wanted));
    return readMyFair(this.database, params.supplierId, params.slug);
  }

  @Handles('GET /suppliers/{supplierId}/leads')
  @exporting.AsTable(leadTable)
  leads(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/leads'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/leads'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    return listLeads(this.database, this.vault, { ...params, query });
  }

  @Handles('POST /suppliers/{supplierId}/leads/{id}/reveal')
  async reveal(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/leads/{id}/reveal'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/leads/{id}/reveal'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    const { view } = await command(this.database, ask, (tx) => revealLead(tx, this.vault, { ...params, ...body }));
    return view;
  }

  @Handles('POST /suppliers/{supplierId}/leads/{id}/note')
  async note(
    @Input() { params, body }: InputOf<'POST /suppliers/{supplierId}/leads/{id}/note'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/leads/{id}/note'>> {
    mustActFor(params.supplierId, grantsOf(caller));
    await command(this.database, ask, (tx) => noteLead(tx, { ...params, ...body, version: ask.version }));
    return readLead(this.database, this.vault, params);
  }
}

function idOf({ person }: Caller): string {
  must(person !== null, 'the route lets nobody in without a session');
  return person.id;
}
