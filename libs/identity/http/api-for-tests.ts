import { Controller } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ResponseOf } from '@xihuo/contract';
import {
  CALLER_RESOLVER,
  createApi,
  createLog,
  Handles,
  loadConfig,
  openServices,
  type ContextParts,
} from '@xihuo/platform';
import { testMasterKey } from '@xihuo/testing';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';
import { SessionCallers } from './session-callers';
import { SessionsController } from './sessions.controller';

/** Routes of others that only certain roles may ask, so that a test sees whether a door is open. */
@Controller()
class Doors {
  @Handles('GET /settlement/runs')
  forAuditors(): ResponseOf<'GET /settlement/runs'> {
    return { data: [], nextCursor: null };
  }

  @Handles('GET /me/earnings')
  forFarmers(): { open: true } {
    return { open: true };
  }
}

export interface TestApi {
  app: NestFastifyApplication;
  close(): Promise<void>;
}

/** Identity's routes and two doors, in the real api. */
export async function apiForTests(kit: IdentityKit, url: string): Promise<TestApi> {
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DATABASE_POOL: '4',
    MASTER_KEY: testMasterKey,
    STRIPE_SECRET_KEY: 'none',
    STRIPE_WEBHOOK_SECRET: 'none',
  });
  const parts: ContextParts = {
    name: 'identity',
    controllers: [SessionsController, Doors],
    providers: [
      { provide: IDENTITY, useValue: kit },
      { provide: CALLER_RESOLVER, useClass: SessionCallers },
    ],
  };
  const services = await openServices(config, createLog('silent', 'test'), [parts], 'test');
  const { app } = await createApi(services, [parts]);
  return {
    app,
    async close() {
      await app.close();
      await services.close();
    },
  };
}

export interface Answer {
  status: number;
  code: string | undefined;
  body: Record<string, unknown>;
  setCookie: string[];
}

/** A browser as far as cookies go: keeps what it is given, sends it back, forgets what it is told to. */
export class Browser {
  readonly jar = new Map<string, string>();

  constructor(
    private readonly api: TestApi,
    readonly surface: 'shop' | 'console',
    private readonly address = '127.0.0.1',
  ) {}

  get token(): string | undefined {
    return this.jar.get(`__Host-xihuo-${this.surface}`);
  }

  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.api.app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: this.address,
      headers: { host: 'localhost:3000', surface: this.surface, ...(cookie === '' ? {} : { cookie }) },
      ...(payload === undefined ? {} : { payload }),
    });
    const setCookie = [response.headers['set-cookie'] ?? []].flat();
    for (const one of setCookie) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      if (/Max-Age=0/.test(one)) this.jar.delete(name!);
      else this.jar.set(name!, value!);
    }
    const body = response.body === '' ? {} : (JSON.parse(response.body) as Record<string, unknown>);
    return { status: response.statusCode, code: body['code'] as string | undefined, body, setCookie };
  }

  signIn(login: string, password: string): Promise<Answer> {
    return this.ask('POST', '/sessions', { surface: this.surface, login, password });
  }
}
