import { deliveryRoutes } from './deliveries';
import { feedbackRoutes } from './feedback';
import { lotRoutes } from './lots';
import { processingRoutes } from './processings';
import { recallRoutes } from './recalls';

export const traceRoutes = {
  ...deliveryRoutes,
  ...lotRoutes,
  ...processingRoutes,
  ...recallRoutes,
  ...feedbackRoutes,
} as const;
