import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, Handles, Input, type Database } from '@xihuo/platform';
import { listPairings, listRegions } from '../actions/list-places';

@Controller()
export class RegistryController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /regions')
  regions(@Input() { query }: InputOf<'GET /regions'>): Promise<ResponseOf<'GET /regions'>> {
    return listRegions(this.database, query.parent);
  }

  @Handles('GET /pairings')
  pairings(): Promise<ResponseOf<'GET /pairings'>> {
    return listPairings(this.database);
  }
}
