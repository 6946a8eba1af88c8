import { createHmac } from 'node:crypto';
import { skewAmounts } from './behaviour';
import type { Taken } from './behaviour';
import type { ProviderEvent } from './objects';

export interface Webhook {
  url: string;
  secret: string;
}

const answerWithinMs = 5_000;

/** `t=<seconds>,v1=<hmac of "t.body">`, made anew for every attempt as Stripe does. */
export function signatureHeader(body: string, secret: string, nowMs: number): string {
  const timestamp = Math.floor(nowMs / 1_000);
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${digest}`;
}

/** True once the receiver has said 2xx. */
export async function sendEvent(
  webhook: Webhook,
  event: ProviderEvent,
  faults: Taken,
  attempt: number,
  stop: AbortSignal,
): Promise<boolean> {
  const told = faults.wrongAmount ? { ...event, data: { object: skewAmounts(event.data.object) } } : event;
  const body = JSON.stringify(told);
  // A forged message comes first, the true one follows as the retry.
  const secret = faults.badSignature && attempt === 0 ? `${webhook.secret}-forged` : webhook.secret;
  const copies = faults.duplicate && attempt === 0 ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: copies }, () => post(webhook.url, body, secret, stop)));
  return answers.some((isTaken) => isTaken);
}

async function post(url: string, body: string, secret: string, stop: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (sandbox)',
        'stripe-signature': signatureHeader(body, secret, Date.now()),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(answerWithinMs)]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Down, slow or refused: all the same to the sender, who tries again.
    return false;
  }
}
