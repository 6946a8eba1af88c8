import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  Upload,
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Vault,
} from '@xihuo/platform';
import { addSite, endSite, organisationsFor, setApprovalChain, setMember } from '../../actions/business/account';
import { quotePurchase } from '../../actions/business/make-purchase';
import { readHandedIn, readLeadList, readPasted, type JudgedList } from '../../actions/business/read-purchase-list';
import type { OrganisationView } from '../../store/business/views';
import { nowOf } from '../../store/clock.sql';

/** Organisations that buy: who acts for them, where goods go, what lists mean and cost. */
@Controller()
export class OrganisationController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Handles('GET /me/organisations')
  async mine(@By() caller: Caller): Promise<ResponseOf<'GET /me/organisations'>> {
    const day = time.businessDate(await this.now());
    return { data: await organisationsFor(this.database, caller.person!.id, day) };
  }

  @Handles('PUT /organisations/{id}/members/{personId}')
  async member(
    @Input() { params, body }: InputOf<'PUT /organisations/{id}/members/{personId}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OrganisationView> {
    const { view } = await command(this.database, ask, (tx) => setMember(tx, caller.person!.id, params, body));
    return view;
  }

  @Handles('PUT /organisations/{id}/approval-chain')
  async chain(
    @Input() { params, body }: InputOf<'PUT /organisations/{id}/approval-chain'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OrganisationView> {
    const by = caller.person!.id;
    const { view } = await command(this.database, ask, (tx) => setApprovalChain(tx, by, params.id, body.from));
    return view;
  }

  @Handles('POST /organisations/{id}/sites')
  async addSite(
    @Input() { params, body }: InputOf<'POST /organisations/{id}/sites'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OrganisationView> {
    const by = caller.person!.id;
    const { view } = await command(this.database, ask, (tx) => addSite(tx, this.vault, by, params.id, body));
    return view;
  }

  @Handles('DELETE /organisations/{id}/sites/{siteId}')
  async closeSite(
    @Input() { params }: InputOf<'DELETE /organisations/{id}/sites/{siteId}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OrganisationView> {
    const by = caller.person!.id;
    const { view } = await command(this.database, ask, (tx) => endSite(tx, by, params.id, params.siteId));
    return view;
  }

  @Handles('POST /organisations/{id}/purchase-lists')
  pasted(
    @Input() { params, body }: InputOf<'POST /organisations/{id}/purchase-lists'>,
    @By() caller: Caller,
  ): Promise<JudgedList> {
    return readPasted(this.database, { organisationId: params.id, personId: caller.person!.id }, body.text);
  }

  @Handles('POST /organisations/{id}/purchase-list-files')
  handedIn(
    @Input() { params }: InputOf<'POST /organisations/{id}/purchase-list-files'>,
    @By() caller: Caller,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<JudgedList> {
    return readHandedIn(this.database, { organisationId: params.id, personId: caller.person!.id }, bytes);
  }

  @Handles('GET /organisations/{id}/leads/{leadId}/purchase-list')
  ofLead(
    @Input() { params }: InputOf<'GET /organisations/{id}/leads/{leadId}/purchase-list'>,
    @By() caller: Caller,
  ): Promise<JudgedList> {
    const reader = { organisationId: params.id, personId: caller.person!.id };
    return readLeadList(this.database, reader, params.leadId);
  }

  @Handles('POST /organisations/{id}/purchase-quotes')
  async quote(
    @Input() { params, body }: InputOf<'POST /organisations/{id}/purchase-quotes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /organisations/{id}/purchase-quotes'>> {
    return quotePurchase(this.database, params.id, caller.person!.id, { body, now: await this.now() });
  }

  private async now(): Promise<Date> {
    const [row] = await this.database.read(nowOf, []);
    return row!.now;
  }
}
