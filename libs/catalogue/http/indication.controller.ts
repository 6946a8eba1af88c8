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
import {
  changeIndication,
  enterIndication,
  listIndications,
  listUsers,
  readIndication,
} from '../actions/register/indications';
import { indicationTable } from './desk-tables';

type View = ResponseOf<'GET /catalogue/indications/{id}'>;

/** The register of geographical indications (地理标志). */
@Controller()
export class IndicationController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /catalogue/indications')
  @exporting.AsTable(indicationTable)
  all(@Input() { query }: InputOf<'GET /catalogue/indications'>): Promise<ResponseOf<'GET /catalogue/indications'>> {
    return listIndications(this.database, query);
  }

  @Handles('GET /catalogue/indications/{id}')
  one(@Input() { params }: InputOf<'GET /catalogue/indications/{id}'>): Promise<View> {
    return readIndication(this.database, params.id);
  }

  @Handles('GET /catalogue/indications/{id}/users')
  users(
    @Input() { params, query }: InputOf<'GET /catalogue/indications/{id}/users'>,
  ): Promise<ResponseOf<'GET /catalogue/indications/{id}/users'>> {
    return listUsers(this.database, params.id, query);
  }

  @Handles('POST /catalogue/indications')
  async enter(@Input() { body }: InputOf<'POST /catalogue/indications'>, @Ask() ask: CommandOptions): Promise<View> {
    const { view } = await command(this.database, ask, (tx) => enterIndication(tx, body));
    return readIndication(this.database, view.id);
  }

  @Handles('PUT /catalogue/indications/{id}')
  async change(
    @Input() { params, body }: InputOf<'PUT /catalogue/indications/{id}'>,
    @Ask() ask: VersionedAsk,
  ): Promise<View> {
    await command(this.database, ask, (tx) => changeIndication(tx, { ...params, version: ask.version, change: body }));
    return readIndication(this.database, params.id);
  }
}
