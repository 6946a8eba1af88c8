import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, Handles, Input, type Database } from '@xihuo/platform';
import { viewAllChannels, viewChannel, viewChannelResult } from '../actions/view-channel-results';

@Controller()
export class ChannelResultsController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /campaigns/{slug}/results')
  campaign(
    @Input() { params }: InputOf<'GET /campaigns/{slug}/results'>,
  ): Promise<ResponseOf<'GET /campaigns/{slug}/results'>> {
    return viewChannelResult(this.database, 'campaign', params.slug);
  }

  @Handles('GET /venues/{slug}/results')
  venue(@Input() { params }: InputOf<'GET /venues/{slug}/results'>): Promise<ResponseOf<'GET /venues/{slug}/results'>> {
    return viewChannelResult(this.database, 'venue', params.slug);
  }

  @Handles('GET /fairs/{slug}/results')
  fair(@Input() { params }: InputOf<'GET /fairs/{slug}/results'>): Promise<ResponseOf<'GET /fairs/{slug}/results'>> {
    return viewChannelResult(this.database, 'fair', params.slug);
  }

  @Handles('GET /insight/channels/{kind}/{slug}')
  one(
    @Input() { params }: InputOf<'GET /insight/channels/{kind}/{slug}'>,
  ): Promise<ResponseOf<'GET /insight/channels/{kind}/{slug}'>> {
    return viewChannel(this.database, params.kind, params.slug);
  }

  @Handles('GET /insight/channels')
  all(): Promise<ResponseOf<'GET /insight/channels'>> {
    return viewAllChannels(this.database);
  }
}
