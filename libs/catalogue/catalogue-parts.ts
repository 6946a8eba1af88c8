import type { ContextParts } from '@xihuo/platform';
import { CatalogueController } from './http/catalogue.controller';
import { SupplierProductsController } from './http/supplier-products.controller';
import { rankProductsJob } from './jobs/rank-products.job';

export const catalogueParts: ContextParts = {
  name: 'catalogue',
  controllers: [CatalogueController, SupplierProductsController],
  jobs: [rankProductsJob],
};
