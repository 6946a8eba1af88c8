import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { startSandbox } from './server';
import type { Sandbox, SandboxOptions } from './server';

/** For tests: a shop that takes webhooks, and a sandbox with the real SDK pointed at it. */
export const webhookSecret = 'whsec_test';

export interface Received {
  body: Buffer;
  signature: string;
  event: Stripe.Event;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** The nth message (from 1) of a type, waited for if it is not here yet. */
  take(type: string, nth?: number): Promise<Received>;
  /** Statuses of the next answers; 200 once they are used up. */
  answerNext(...statuses: number[]): void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const statuses: number[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const event = JSON.parse(body.toString('utf8')) as Stripe.Event;
      received.push({ body, signature: String(request.headers['stripe-signature']), event });
      response.writeHead(statuses.shift() ?? 200).end();
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    async take(type, nth = 1) {
      for (;;) {
        const found = received.filter((message) => message.event.type === type)[nth - 1];
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    answerNext: (...next) => void statuses.push(...next),
    close: () =>
      new Promise((resolve) => {
        waiting = [];
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface TestSandbox extends Sandbox {
  stripe: Stripe;
  webhookSecret: string;
  receiver: Receiver;
  misbehave(order: { on: string; fault: string; ms?: number; sticky?: boolean }): Promise<void>;
  behave(): Promise<void>;
  /** The provider no longer knows which calls it has answered. */
  forgetKeys(): Promise<void>;
  moveParcel(event: object): Promise<void>;
  changeAccount(id: string, change: { transfers?: string; payOutFen?: number }): Promise<void>;
}

export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const receiver = await startReceiver();
  const webhook = { url: receiver.url, secret: webhookSecret };
  const sandbox = await startSandbox({
    port: 0,
    webhook,
    retryBaseMs: 5,
    returnOrigins: ['http://localhost:3000'],
    ...options,
  });
  const call = async (method: string, path: string, body?: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.origin}/_sandbox/${path}`, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
    });
    if (!response.ok) throw new Error(await response.text());
  };
  return {
    origin: sandbox.origin,
    stripe: stripeFor(sandbox.origin),
    webhookSecret,
    receiver,
    misbehave: (order) => call('POST', 'behaviour', order),
    moveParcel: (event) => call('POST', 'parcels', event),
    forgetKeys: () => call('DELETE', 'keys'),
    behave: () => call('DELETE', 'behaviour'),
    changeAccount: (id, change) => call('POST', `accounts/${id}`, change),
    async close() {
      await sandbox.close();
      await receiver.close();
    },
  };
}

export function stripeFor(origin: string, key = 'sk_test_sandbox'): Stripe {
  const { hostname, port } = new URL(origin);
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}
