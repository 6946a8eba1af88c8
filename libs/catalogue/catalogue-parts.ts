import { DATABASE, type ContextParts, type Database } from '@xihuo/platform';
import { personalCatalogue } from './actions/account/personal-catalogue';
import { pricesImport } from './actions/bulk/import-prices';
import { productsImport } from './actions/bulk/import-products';
import { BulkController } from './http/bulk.controller';
import { BrandController } from './http/brand.controller';
import { CampaignController } from './http/campaign.controller';
import { CatalogueController } from './http/catalogue.controller';
import { DeliveryController } from './http/delivery.controller';
import { IndicationController } from './http/indication.controller';
import { FavouriteController } from './http/favourite.controller';
import { FairController } from './http/fair.controller';
import { SearchController } from './http/search.controller';
import { LabelController } from './http/label.controller';
import { ChangeController } from './http/change.controller';
import { ListingController } from './http/listing.controller';
import { PictureController } from './http/picture.controller';
import { SupplierProductsController } from './http/supplier-products.controller';
import { VenueController } from './http/venue.controller';
import { followCalendarJob } from './jobs/follow-calendar.job';
import { forgetSearchesJob } from './jobs/forget-searches.job';
import { indexProductsJob } from './jobs/index-products.job';
import { onDossierApproved } from './jobs/on-dossier-approved';
import { encodePicturesJob } from './jobs/encode-pictures.job';
import { reportPricesJob } from './jobs/report-prices.job';
import { tellOfFavouritesJob } from './jobs/tell-of-favourites.job';
import { rankProductsJob } from './jobs/rank-products.job';
import { publicPages } from './store/public-pages.sql';
import { SEARCH_ENGINE } from './store/search/engine';
import { postgresEngine } from './store/search/postgres-engine';

export const catalogueParts: ContextParts = {
  name: 'catalogue',
  controllers: [
    CatalogueController,
    SearchController,
    SupplierProductsController,
    VenueController,
    CampaignController,
    FairController,
    BrandController,
    FavouriteController,
    ListingController,
    ChangeController,
    PictureController,
    BulkController,
    LabelController,
    IndicationController,
    DeliveryController,
  ],
  providers: [
    { provide: SEARCH_ENGINE, useFactory: (database: Database) => postgresEngine(database), inject: [DATABASE] },
  ],
  imports: [pricesImport, productsImport],
  pages: publicPages,
  personal: personalCatalogue,
  jobs: [
    rankProductsJob,
    indexProductsJob,
    encodePicturesJob,
    forgetSearchesJob,
    followCalendarJob,
    reportPricesJob,
    tellOfFavouritesJob,
  ],
  consumers: [onDossierApproved],
};
