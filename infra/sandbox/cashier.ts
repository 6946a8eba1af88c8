import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { endPage, payPage, refusalPage } from './cashier-page';
import { readBody, redirect, requireSameOrigin, sendPage } from './http';
import { paymentMethods } from './objects';
import type { Intent } from './objects';
import { cancelIntent, confirmIntent, mayStep } from './payment-flow';
import type { Store } from './store';
import { ownWorld } from './world';
import type { World } from './world';

export interface CashierSettings {
  store: Store;
  origin: string;
  /** Where a payer may be sent back to: the shop, and nobody else. */
  returnOrigins: readonly string[];
}

const choiceInput = z.object({
  choice: z.enum(['succeed', 'decline', 'later', 'cancel']),
  method: z.enum(paymentMethods).default('card'),
  client_secret: z.string().default(''),
  return_url: z.string().default(''),
});
type Choice = z.infer<typeof choiceInput>;

/** Stands where the wallet's or the bank's page would be: the payer decides how this payment ends. */
export async function answerCashier(
  settings: CashierSettings,
  request: IncomingMessage,
  response: ServerResponse,
  intentId: string,
): Promise<void> {
  const isPost = request.method === 'POST';
  if (isPost) requireSameOrigin(request);
  const query = new URL(request.url ?? '/', settings.origin).searchParams;
  const fields = isPost ? new URLSearchParams(await readBody(request)) : query;
  const intent = settings.store.get('intents', intentId);
  if (!intent || fields.get('client_secret') !== intent.client_secret) {
    return sendPage(response, 404, refusalPage('没有找到这笔支付', 'This payment was not found.'));
  }
  const returnUrl = readReturnUrl(fields.get('return_url'), settings.returnOrigins);
  if (returnUrl === 'foreign') {
    return sendPage(
      response,
      400,
      refusalPage('返回地址不属于本商城', 'The return address does not belong to this shop.'),
    );
  }
  if (isPost) return choose(settings, response, intent, Object.fromEntries(fields), returnUrl);
  show(settings, response, intent, returnUrl);
}

function choose(
  settings: CashierSettings,
  response: ServerResponse,
  intent: Intent,
  fields: object,
  returnUrl: string | null,
): void {
  const parsed = choiceInput.safeParse(fields);
  if (!parsed.success) return sendPage(response, 400, refusalPage('无法识别的选择', 'This choice is not known.'));
  const after = settings.store.change((unit) =>
    decide(ownWorld(unit, Date.now(), settings.origin), intent.id, parsed.data),
  );
  if (returnUrl) return redirect(response, backTo(returnUrl, after));
  show(settings, response, after, null);
}

/** A second press finds the payment decided and changes nothing. */
function decide(world: World, intentId: string, { choice, method }: Choice): Intent {
  const intent = world.unit.get('intents', intentId) as Intent;
  if (choice === 'cancel')
    return mayStep(intent, 'cancel') ? cancelIntent(world, intent, 'requested_by_customer') : intent;
  return mayStep(intent, 'confirm') ? confirmIntent(world, intent, choice, method) : intent;
}

function show(settings: CashierSettings, response: ServerResponse, intent: Intent, returnUrl: string | null): void {
  const view = { intent, returnUrl };
  const html = mayStep(intent, 'confirm') ? payPage(view) : endPage(view, returnUrl && backTo(returnUrl, intent));
  sendPage(response, 200, html, settings.returnOrigins);
}

function readReturnUrl(given: string | null, origins: readonly string[]): string | null | 'foreign' {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  return url && origins.includes(url.origin) ? url.href : 'foreign';
}

/** As Stripe does it. The shop must not believe this: it asks, or waits for the webhook. */
function backTo(returnUrl: string, intent: Intent): string {
  const url = new URL(returnUrl);
  const isFailed = intent.status === 'requires_payment_method' || intent.status === 'canceled';
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('redirect_status', isFailed ? 'failed' : intent.status);
  return url.href;
}
