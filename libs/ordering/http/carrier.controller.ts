import { Controller } from '@nestjs/common';
import { machines, type ResponseOf } from '@xihuo/contract';
import { Handles } from '@xihuo/platform';

@Controller()
export class CarrierController {
  @Handles('GET /carriers')
  list(): ResponseOf<'GET /carriers'> {
    return { data: machines.CARRIERS.map(({ code, zh, en, pattern }) => ({ code, name: { zh, en }, pattern })) };
  }
}
