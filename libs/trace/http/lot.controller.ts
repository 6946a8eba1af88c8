import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewLots } from '../actions/view-lots';

@Controller()
export class LotController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /supplier/lots')
  lots(
    @Input() { query }: InputOf<'GET /supplier/lots'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/lots'>> {
    const suppliers = (caller.person?.grants ?? []).flatMap((grant) =>
      grant.role === 'supplier' && grant.organisationId ? [grant.organisationId] : [],
    );
    return viewLots(this.database, suppliers, query);
  }
}
