import { Controller, Inject, Req } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, exporting, Handles, Input, type Database } from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { listCategories } from '../actions/list-products';
import { noteFound } from '../actions/search/hot-words';
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
  async products(
    @Input() { query }: InputOf<'GET /products'>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'GET /products'>> {
    const page = await searchProducts(this, query);
    if (page.data.length > 0 && page.correction === null)
      // Nobody who searches waits for it, and no search fails by it.
      void noteFound(this.database, query, request.ip).catch((error: unknown) =>
        request.log.warn({ err: error }, 'a search was not counted'),
      );
    return page;
  }

  @Handles('GET /categories')
  categories(): Promise<ResponseOf<'GET /categories'>> {
    return listCategories(this.database);
  }
}
