import { deliveryRoutes } from './deliveries';
import { lotRoutes } from './lots';
import { processingRoutes } from './processings';
import { recallRoutes } from './recalls';

export const traceRoutes = { ...deliveryRoutes, ...lotRoutes, ...processingRoutes, ...recallRoutes } as const;
