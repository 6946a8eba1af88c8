import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, Handles, Input, type Database } from '@xihuo/platform';
import { viewHouseholdTotal } from '../actions/household-total';
import { viewLotPage } from '../actions/view-lot-page';
import { viewProductPage } from '../actions/view-product-page';

/** Public pages that look across contexts. */
@Controller()
export class PublicPagesController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /lots/{code}')
  lot(@Input() { params }: InputOf<'GET /lots/{code}'>): Promise<ResponseOf<'GET /lots/{code}'>> {
    return viewLotPage(this.database, params.code);
  }

  @Handles('GET /household-total')
  total(): Promise<ResponseOf<'GET /household-total'>> {
    return viewHouseholdTotal(this.database);
  }

  @Handles('GET /products/{slug}')
  product(@Input() { params }: InputOf<'GET /products/{slug}'>): Promise<ResponseOf<'GET /products/{slug}'>> {
    return viewProductPage(this.database, params.slug);
  }
}
