import type { RouteObject } from 'react-router';
import { page } from '../../frame/lazy-page';

/** Venues, campaigns, fairs and brands: as operators keep them, and as suppliers take part. */
export const channelRoutes: RouteObject[] = [
  { path: 'channels/venues', ...page(() => import('./venues-page'), 'VenuesPage') },
  { path: 'channels/venues/new', ...page(() => import('./venue-page'), 'NewVenuePage', ['operator']) },
  { path: 'channels/venues/:id', ...page(() => import('./venue-page'), 'VenuePage') },
  { path: 'channels/campaigns', ...page(() => import('./campaigns-page'), 'CampaignsPage') },
  { path: 'channels/campaigns/new', ...page(() => import('./campaign-page'), 'NewCampaignPage', ['operator']) },
  { path: 'channels/campaigns/:id', ...page(() => import('./campaign-page'), 'CampaignPage') },
  { path: 'channels/fairs', ...page(() => import('./fairs-page'), 'FairsPage') },
  { path: 'channels/fairs/new', ...page(() => import('./fair-page'), 'NewFairPage', ['operator']) },
  { path: 'channels/fairs/:id', ...page(() => import('./fair-page'), 'FairPage') },
  { path: 'channels/brands', ...page(() => import('./brands-page'), 'BrandsPage') },
  { path: 'channels/brands/new', ...page(() => import('./brand-page'), 'NewBrandPage', ['operator']) },
  { path: 'channels/brands/:id', ...page(() => import('./brand-page'), 'BrandPage') },
  { path: 'channels/results', ...page(() => import('./results-page'), 'ResultsPage') },
  { path: 'channels/results/:kind/:slug', ...page(() => import('./result-page'), 'ResultPage') },
  { path: 'channels/own-campaigns', ...page(() => import('./own-campaigns-page'), 'OwnCampaignsPage') },
  { path: 'channels/own-fairs', ...page(() => import('./own-fairs-page'), 'OwnFairsPage') },
  { path: 'channels/leads', ...page(() => import('./leads-page'), 'LeadsPage') },
];
