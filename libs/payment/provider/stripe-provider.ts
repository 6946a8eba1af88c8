import { money } from '@xihuo/kernel';
import Stripe from 'stripe';
import type {
  BillLine,
  CancelPayment,
  ClientAction,
  CombinedPayment,
  CreateCombined,
  Merchant,
  Movement,
  OpenMerchant,
  PaymentProvider,
  ProviderEvent,
  RefundLeg,
  RefundResult,
  Release,
  Split,
  StartedPayment,
  Unsplit,
} from './payment-provider';
import { rejected, unknown } from './provider-error';
import { isRejected, stripeCall } from './stripe-call';
import { clientActionFor } from './stripe-client-action';
import { toMetadata } from './stripe-metadata';
import * as movements from './stripe-movements';
import { toBillLine, toMerchant, toPayment } from './stripe-views';
import { readWebhook } from './stripe-webhook';

export interface StripeSettings {
  secretKey: string;
  webhookSecret: string;
  publishableKey?: string | undefined;
  /** Where the sandbox answers; absent means the real Stripe. */
  apiBase?: string | undefined;
  /** As the buyer's browser reaches the sandbox's cashier, where that differs from `apiBase`. */
  cashierBase?: string | undefined;
  /** Where sub-merchants are registered; Stripe has none in mainland China. */
  merchantCountry?: string | undefined;
  timeoutMs?: number | undefined;
}

const defaultTimeoutMs = 10_000;

/** Cards, Alipay and WeChat Pay through Stripe's separate charges and transfers; the sandbox speaks the same language. */
export class StripeProvider implements PaymentProvider {
  readonly #stripe: Stripe;

  constructor(private readonly settings: StripeSettings) {
    if (settings.apiBase && settings.secretKey.startsWith('sk_live_')) throw rejected('liveKeyForSandbox');
    this.#stripe = new Stripe(settings.secretKey, {
      timeout: settings.timeoutMs ?? defaultTimeoutMs,
      maxNetworkRetries: 1,
      telemetry: false,
      ...endpoint(settings.apiBase),
    });
  }

  async openMerchant(input: OpenMerchant): Promise<Merchant> {
    const params: Stripe.AccountCreateParams = {
      country: this.settings.merchantCountry ?? 'HK',
      business_type: 'company',
      business_profile: { name: input.name },
      company: { name: input.name },
      capabilities: { transfers: { requested: true } },
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'application',
        stripe_dashboard: { type: 'none' },
      },
      metadata: { merchant_id: input.merchantId, uscc: input.uscc },
    };
    const options = { idempotencyKey: input.idempotencyKey };
    return toMerchant(await stripeCall(() => this.#stripe.accounts.create(params, options)));
  }

  async merchantState(merchantRef: string): Promise<Merchant> {
    return toMerchant(await stripeCall(() => this.#stripe.accounts.retrieve(merchantRef)));
  }

  async createCombined(input: CreateCombined): Promise<StartedPayment> {
    const amountFen = money.sum(input.legs.map((leg) => leg.amountFen));
    const params: Stripe.PaymentIntentCreateParams = {
      amount: movements.toStripeAmount(amountFen),
      currency: 'cny',
      description: input.description,
      transfer_group: input.paymentId,
      allowed_payment_method_types: ['wechat_pay', 'alipay', 'card'],
      metadata: toMetadata(input.paymentId, input.orderId, input.legs),
    };
    const options = { idempotencyKey: input.idempotencyKey };
    const intent = await stripeCall(() => this.#stripe.paymentIntents.create(params, options));
    const payment = toPayment(intent);
    if (payment.amountFen !== amountFen || payment.paymentId !== input.paymentId) throw unknown('answerDiffers');
    return { ...payment, clientAction: clientActionFor(this.settings, intent, input.returnUrl) };
  }

  async clientAction(paymentRef: string, returnUrl: string): Promise<ClientAction> {
    const intent = await stripeCall(() => this.#stripe.paymentIntents.retrieve(paymentRef));
    return clientActionFor(this.settings, intent, returnUrl);
  }

  async query(by: { paymentRef: string } | { paymentId: string }): Promise<CombinedPayment | null> {
    const paymentRef = 'paymentRef' in by ? by.paymentRef : await this.#findByPaymentId(by.paymentId);
    if (!paymentRef) return null;
    try {
      return toPayment(await this.#retrieve(paymentRef));
    } catch (error) {
      if (isRejected(error, 'resource_missing')) return null;
      throw error;
    }
  }

  async cancel(input: CancelPayment): Promise<CombinedPayment> {
    const { paymentRef, idempotencyKey } = input;
    try {
      const reason = { cancellation_reason: 'abandoned' } as const;
      return toPayment(
        await stripeCall(() => this.#stripe.paymentIntents.cancel(paymentRef, reason, { idempotencyKey })),
      );
    } catch (error) {
      if (!isRejected(error, 'payment_intent_unexpected_state')) throw error;
      return toPayment(await this.#retrieve(paymentRef));
    }
  }

  split(input: Split): Promise<Movement> {
    return movements.split(this.#stripe, input);
  }

  unsplit(input: Unsplit): Promise<Movement> {
    return movements.unsplit(this.#stripe, input);
  }

  release(input: Release): Promise<Movement> {
    return movements.release(this.#stripe, input);
  }

  refund(input: RefundLeg): Promise<RefundResult> {
    return movements.refund(this.#stripe, input);
  }

  async *bill(from: Date, to: Date): AsyncIterable<BillLine> {
    const created = { gte: Math.ceil(from.getTime() / 1_000), lt: Math.ceil(to.getTime() / 1_000) };
    const pages = this.#stripe.balanceTransactions
      .list({ created, limit: 100, expand: ['data.source'] })
      [Symbol.asyncIterator]();
    for (let page = await stripeCall(() => pages.next()); !page.done; page = await stripeCall(() => pages.next())) {
      yield toBillLine(page.value);
    }
  }

  parseWebhook(rawBody: Buffer, signature: string, receivedAt?: Date): ProviderEvent {
    return readWebhook(this.#stripe, this.settings.webhookSecret, rawBody, signature, receivedAt);
  }

  #retrieve(paymentRef: string): Promise<Stripe.PaymentIntent> {
    return stripeCall(() => this.#stripe.paymentIntents.retrieve(paymentRef, { expand: ['latest_charge'] }));
  }

  /** Stripe's search lags behind by up to a minute: only for payments whose create call was lost long ago. */
  async #findByPaymentId(paymentId: string): Promise<string | null> {
    if (!/^[\w-]+$/.test(paymentId)) throw rejected('paymentId');
    const query = `metadata['payment_id']:'${paymentId}'`;
    const found = await stripeCall(() => this.#stripe.paymentIntents.search({ query, limit: 1 }));
    return found.data[0]?.id ?? null;
  }
}

function endpoint(apiBase: string | undefined): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  if (!apiBase) return {};
  const { hostname, port, protocol } = new URL(apiBase);
  const isSecure = protocol === 'https:';
  return { host: hostname, port: port || (isSecure ? '443' : '80'), protocol: isSecure ? 'https' : 'http' };
}
