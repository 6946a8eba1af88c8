import { randomUUID } from 'node:crypto';
import { request, type APIRequestContext } from 'playwright-core';
import type { Account, RunningHouse } from '../journeys/running-house';

/** Somebody who asks the house's routes as a program does: whose cookies it has, it acts for. */
export class Caller {
  private constructor(
    private readonly context: APIRequestContext,
    private readonly base: string,
    private readonly surface: 'shop' | 'console',
  ) {}

  /** @param context of a browser, which is then signed in as well */
  static async signIn(house: RunningHouse, { login, password }: Account, context?: APIRequestContext): Promise<Caller> {
    const surface = context ? 'shop' : 'console';
    const caller = new Caller(context ?? (await request.newContext()), house.origin, surface);
    await caller.post('/sessions', { surface, login, password });
    return caller;
  }

  static of(house: RunningHouse, context: APIRequestContext): Caller {
    return new Caller(context, house.origin, 'shop');
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** @param version of what is changed, where the route asks which one was seen */
  post<Answer>(path: string, data: object, version?: number): Promise<Answer> {
    return this.send('POST', path, data, version);
  }

  private async send<Answer>(method: string, path: string, data?: object, version?: number): Promise<Answer> {
    const answer = await this.context.fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: {
        ...{ surface: this.surface, 'idempotency-key': randomUUID() },
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(data ? { data } : {}),
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}
