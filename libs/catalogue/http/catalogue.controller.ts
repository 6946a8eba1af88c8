import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, Handles, Input, type Database } from '@xihuo/platform';
import { listCategories } from '../actions/list-products';
import { searchProducts } from '../actions/search/search-products';
import { SEARCH_ENGINE, type SearchEngine } from '../store/search/engine';

@Controller()
export class CatalogueController {
  constructor(
    @Inject(DATABASE) readonly database: Database,
    @Inject(SEARCH_ENGINE) readonly engine: SearchEngine,
  ) {}

  @Handles('GET /products')
  products(@Input() { query }: InputOf<'GET /products'>): Promise<ResponseOf<'GET /products'>> {
    return searchProducts(this, query);
  }

  @Handles('GET /categories')
  categories(): Promise<ResponseOf<'GET /categories'>> {
    return listCategories(this.database);
  }
}
