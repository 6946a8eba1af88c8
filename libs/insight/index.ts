import type { ContextParts } from '@xihuo/platform';
import { ChannelResultsController } from './http/channel-results.controller';
import { OutlookController } from './http/outlook.controller';
import { PublicPagesController } from './http/public-pages.controller';

export const insightParts: ContextParts = {
  name: 'insight',
  controllers: [PublicPagesController, OutlookController, ChannelResultsController],
};
