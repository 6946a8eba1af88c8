import type { ContextParts } from '@xihuo/platform';
import { personalNotes } from './actions/personal-notes';
import { ChannelResultsController } from './http/channel-results.controller';
import { FoundController } from './http/found.controller';
import { HistoryController } from './http/history.controller';
import { OrderOutcomeController } from './http/order-outcome.controller';
import { OutlookController } from './http/outlook.controller';
import { PublicPagesController } from './http/public-pages.controller';
import { ResultsController } from './http/results.controller';
import { TodayController } from './http/today.controller';
import { countHouseholdTotalJob } from './jobs/count-household-total.job';
import { countResultsJob } from './jobs/count-results.job';

export { countIncome, incomeDiffering } from './actions/count-income';
export { countSales, salesDiffering } from './actions/count-sales';

export const insightParts: ContextParts = {
  name: 'insight',
  controllers: [
    PublicPagesController,
    OrderOutcomeController,
    OutlookController,
    ChannelResultsController,
    ResultsController,
    TodayController,
    HistoryController,
    FoundController,
  ],
  jobs: [countResultsJob, countHouseholdTotalJob],
  personal: personalNotes,
};
