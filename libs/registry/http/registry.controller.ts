import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { listPairings, listRegions } from '../actions/list-places';
import { listSettings } from '../actions/list-settings';

@Controller()
export class RegistryController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /regions')
  regions(@Input() { query }: InputOf<'GET /regions'>): Promise<ResponseOf<'GET /regions'>> {
    return listRegions(this.database, query.parent);
  }

  @Handles('GET /settings')
  settings(@Input() { query }: InputOf<'GET /settings'>, @By() caller: Caller): Promise<ResponseOf<'GET /settings'>> {
    return listSettings(this.database, query.prefix ?? '', caller.person?.id ?? null);
  }

  @Handles('GET /pairings')
  pairings(): Promise<ResponseOf<'GET /pairings'>> {
    return listPairings(this.database);
  }
}
