import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { listApplications, readApplication } from '../actions/read-applications';

@Controller()
export class AdmissionController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /admission/applications')
  applications(
    @Input() { query }: InputOf<'GET /admission/applications'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications'>> {
    return listApplications(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('GET /admission/applications/{id}')
  application(
    @Input() { params }: InputOf<'GET /admission/applications/{id}'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/applications/{id}'>> {
    return readApplication(this.database, caller.person?.grants ?? [], params.id);
  }
}
