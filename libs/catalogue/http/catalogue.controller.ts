import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, exporting, Handles, Input, type Database } from '@xihuo/platform';
import { listCategories } from '../actions/list-products';
import { searchProducts } from '../actions/search/search-products';
import { SEARCH_ENGINE, type SearchEngine } from '../store/search/engine';
import { productTable } from './search-tables';

@Controller()
export class CatalogueController {
  constructor(
    @Inject(DATABASE) readonly database: Database,
    @Inject(SEARCH_ENGINE) readonly engine: SearchEngine,
  ) {}

  @Handles('GET /products')
  @exporting.AsTable(productTable)
  products(@Input() { query }: InputOf<'GET /products'>): Promise<ResponseOf<'GET /products'>> {
    return searchProducts(this, query);
  }

  @Handles('GET /categories')
  categories(): Promise<ResponseOf<'GET /categories'>> {
    return listCategories(this.database);
  }
}
