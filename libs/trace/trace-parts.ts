import { CONFIG, NOTICES, VAULT, type Config, type ContextParts, type Notices, type Vault } from '@xihuo/platform';
import { TRACE_KIT, type TraceKit } from './actions/trace-kit';
import { DeliveryController } from './http/delivery.controller';
import { FeedbackController } from './http/feedback.controller';
import { LotController } from './http/lot.controller';
import { ProcessingController } from './http/processing.controller';
import { RecallController } from './http/recall.controller';
import { WayToSaleController } from './http/way-to-sale.controller';
import { confirmSilentJob } from './jobs/confirm-silent.job';

export const traceParts: ContextParts = {
  name: 'trace',
  pages: [{ name: 'lots', prefix: '/lots/', slugs: 'select code as slug from trace.lot' }],
  controllers: [
    DeliveryController,
    LotController,
    FeedbackController,
    ProcessingController,
    RecallController,
    WayToSaleController,
  ],
  providers: [
    {
      provide: TRACE_KIT,
      inject: [VAULT, NOTICES, CONFIG],
      useFactory: (vault: Vault, notices: Notices, config: Config): TraceKit => ({
        ...{ vault, notices, origin: config.PUBLIC_ORIGIN },
      }),
    },
  ],
  jobs: [confirmSilentJob],
};
