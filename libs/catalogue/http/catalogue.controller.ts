import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, Handles, Input, type Database } from '@xihuo/platform';
import { listCategories, listProducts } from '../actions/list-products';

@Controller()
export class CatalogueController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /products')
  products(@Input() { query }: InputOf<'GET /products'>): Promise<ResponseOf<'GET /products'>> {
    return listProducts(this.database, query);
  }

  @Handles('GET /categories')
  categories(): Promise<ResponseOf<'GET /categories'>> {
    return listCategories(this.database);
  }
}
