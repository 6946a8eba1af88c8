import { Controller, Inject, Req, Res } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  CONFIG,
  Handles,
  Input,
  Language,
  type Caller,
  type CommandOptions,
  type Config,
} from '@xihuo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endSession } from '../actions/end-session';
import { requestSmsCode } from '../actions/request-sms-code';
import { enrolFactor } from '../actions/factor/enrol-factor';
import { viewFactor } from '../actions/factor/view-factor';
import { describeSession, listSessions, resolveSession, type Me } from '../actions/resolve-session';
import { showSecondFactor } from '../actions/show-second-factor';
import { signInByPassword } from '../actions/sign-in-by-password';
import { signInBySms } from '../actions/sign-in-by-sms';
import type { StartedSession } from '../actions/start-session';
import type { Surface } from '../rules/session-limits';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';
import { SessionCookies, surfaceOf } from './session-cookies';

type SignInView = ResponseOf<'POST /sessions'>;
type Tongue = 'zh' | 'en';

@Controller()
export class SessionsController {
  constructor(
    @Inject(IDENTITY) private readonly kit: IdentityKit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles('POST /sessions')
  async signIn(
    @Input() { body }: InputOf<'POST /sessions'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: Tongue,
  ): Promise<SignInView> {
    const cookies = this.cookies(request, reply);
    const replaces = cookies.read(body.surface);
    const started = await signInByPassword(this.kit, { ...body, address: request.ip, replaces }, ask);
    return this.welcome(cookies, started, language);
  }

  @Handles('POST /sms-codes')
  requestCode(
    @Input() { body }: InputOf<'POST /sms-codes'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'POST /sms-codes'>> {
    return requestSmsCode(this.kit, { phone: body.phone, address: request.ip }, ask);
  }

  @Handles('POST /sessions/sms')
  async signInByCode(
    @Input() { body }: InputOf<'POST /sessions/sms'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: Tongue,
  ): Promise<SignInView> {
    const cookies = this.cookies(request, reply);
    const replaces = cookies.read(body.surface);
    const input = { ...body, personId: body.personId, address: request.ip, replaces };
    const answer = await signInBySms(this.kit, input, ask);
    return answer.kind === 'choosePerson' ? answer : this.welcome(cookies, answer, language);
  }

  @Handles('POST /sessions/second-factor')
  async secondFactor(
    @Input() { body }: InputOf<'POST /sessions/second-factor'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: Tongue,
  ): Promise<Me> {
    const { id: personId, sessionId } = personOf(caller);
    const { token } = await showSecondFactor(this.kit, { personId, sessionId, code: body.code }, ask);
    const surface = surfaceOf(request);
    this.cookies(request, reply).keep(surface, token);
    return this.me(token, surface, language);
  }

  @Handles('POST /me/second-factor')
  async enrol(
    @Input() { body }: InputOf<'POST /me/second-factor'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: Tongue,
  ): Promise<Me> {
    const { id: personId, sessionId, grants } = personOf(caller);
    const { token } = await enrolFactor(this.kit, { personId, sessionId, grants, body }, ask);
    const surface = surfaceOf(request);
    this.cookies(request, reply).keep(surface, token);
    return this.me(token, surface, language);
  }

  @Handles('GET /me/second-factor')
  factor(@By() caller: Caller): Promise<ResponseOf<'GET /me/second-factor'>> {
    return viewFactor(this.kit.database, personOf(caller));
  }

  @Handles('GET /me')
  async whoAmI(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: Tongue,
  ): Promise<Me> {
    const surface = surfaceOf(request);
    return this.me(this.cookies(request, reply).read(surface) ?? '', surface, language);
  }

  @Handles('GET /me/sessions')
  sessions(@By() caller: Caller): Promise<ResponseOf<'GET /me/sessions'>> {
    const { id: personId, sessionId } = personOf(caller);
    return listSessions(this.kit, { personId, sessionId });
  }

  @Handles('DELETE /me/sessions/{id}')
  async endOne(
    @Input() { params }: InputOf<'DELETE /me/sessions/{id}'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { id: personId, sessionId } = personOf(caller);
    await command(this.kit.database, ask, (tx) => endSession(tx, { personId, sessionId: params.id }));
    if (params.id === sessionId) this.cookies(request, reply).forget(surfaceOf(request));
  }

  @Handles('DELETE /sessions/current')
  async signOut(
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { id: personId, sessionId } = personOf(caller);
    await command(this.kit.database, ask, (tx) => endSession(tx, { personId, sessionId }));
    this.cookies(request, reply).forget(surfaceOf(request));
  }

  private cookies(request: FastifyRequest, reply: FastifyReply): SessionCookies {
    return new SessionCookies(this.config.PUBLIC_ORIGIN, request, reply);
  }

  private async welcome(
    cookies: SessionCookies,
    { token, surface }: StartedSession,
    language: Tongue,
  ): Promise<SignInView> {
    cookies.keep(surface, token);
    return { kind: 'signedIn', me: await this.me(token, surface, language) };
  }

  private async me(token: string, surface: Surface, language: Tongue): Promise<Me> {
    const session = await resolveSession(this.kit, token, surface);
    if (session.kind !== 'live') throw fail('SESSION_EXPIRED');
    return describeSession(this.kit, session, language);
  }
}

function personOf(caller: Caller): NonNullable<Caller['person']> {
  if (!caller.person) throw fail('NOT_SIGNED_IN');
  return caller.person;
}
