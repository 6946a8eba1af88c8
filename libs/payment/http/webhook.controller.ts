import { Controller, Inject, Req } from '@nestjs/common';
import { fail, type ResponseOf } from '@xihuo/contract';
import { command, Handles } from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { receiveEvent } from '../actions/receive-event';
import type { Till } from '../actions/start-payment';
import type { ProviderEvent } from '../provider/payment-provider';
import { WebhookRefused } from '../provider/provider-error';
import { TILL } from '../actions/till';

@Controller()
export class WebhookController {
  constructor(@Inject(TILL) private readonly till: Till) {}

  /** Verifies the signature over the raw bytes, keeps the event and answers at once; the work is done from the inbox. */
  @Handles('POST /webhooks/stripe')
  async receive(@Req() request: FastifyRequest & { rawBody?: Buffer }): Promise<ResponseOf<'POST /webhooks/stripe'>> {
    const signature = request.headers['stripe-signature'];
    const event = this.verified(request.rawBody, typeof signature === 'string' ? signature : '');
    await command(
      this.till.database,
      { name: 'payment.receiveEvent', actor: { kind: 'system', name: this.till.providerName }, requestId: request.id },
      (tx) => receiveEvent(tx, this.till.providerName, event),
    );
    return { received: true };
  }

  private verified(rawBody: Buffer | undefined, signature: string): ProviderEvent {
    try {
      return this.till.provider.parseWebhook(rawBody ?? Buffer.alloc(0), signature);
    } catch (error) {
      if (error instanceof WebhookRefused) throw fail('WEBHOOK_SIGNATURE', { detail: error.reason });
      throw error;
    }
  }
}
