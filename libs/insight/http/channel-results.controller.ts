import { Controller, Inject } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewAllChannels, viewChannel, viewChannelResult } from '../actions/view-channel-results';
import { readsWholeCountry } from '../rules/results-scope';

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
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /insight/channels/{kind}/{slug}'>> {
    mustReadAll(caller);
    return viewChannel(this.database, params.kind, params.slug);
  }

  @Handles('GET /insight/channels')
  all(@By() caller: Caller): Promise<ResponseOf<'GET /insight/channels'>> {
    mustReadAll(caller);
    return viewAllChannels(this.database);
  }
}

/** Sales and funders of the whole country are for those whose role holds there; whoever sits in a county reads its results elsewhere. */
function mustReadAll({ person }: Caller): void {
  if (!readsWholeCountry(person?.grants ?? [])) throw fail('NOT_FOUND');
}
