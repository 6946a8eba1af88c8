import { Controller, Inject, Req, Res } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { Ask, CONFIG, Handles, Input, Language, type CommandOptions, type Config } from '@xihuo/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { enterShop } from '../actions/enter-shop';
import { registerApplicant } from '../actions/register-applicant';
import { requestRegistrationCode } from '../actions/request-sms-code';
import { describeSession, resolveSession } from '../actions/resolve-session';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';
import { SessionCookies } from './session-cookies';

/** Whoever wants to sell or to buy here makes an account of their own; everybody else is given one. */
@Controller()
export class RegistrationsController {
  constructor(
    @Inject(IDENTITY) private readonly kit: IdentityKit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles('POST /registrations/codes')
  requestCode(
    @Input() { body }: InputOf<'POST /registrations/codes'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'POST /registrations/codes'>> {
    return requestRegistrationCode(this.kit, { phone: body.phone, address: request.ip }, ask);
  }

  @Handles('POST /registrations')
  async register(
    @Input() { body }: InputOf<'POST /registrations'>,
    @Ask() ask: CommandOptions,
    @Language() language: 'zh' | 'en',
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<'POST /registrations'>> {
    const cookies = new SessionCookies(this.config.PUBLIC_ORIGIN, request, reply);
    const wanted = { ...body, address: request.ip, replaces: cookies.read('console') };
    const { token, surface, supplierId } = await registerApplicant(this.kit, wanted, ask);
    cookies.keep(surface, token);
    const session = await resolveSession(this.kit, token, surface);
    if (session.kind !== 'live') throw fail('SESSION_EXPIRED');
    return { me: await describeSession(this.kit, session, language), supplierId };
  }
  @Handles('POST /registrations/buyers')
  async enter(
    @Input() { body }: InputOf<'POST /registrations/buyers'>,
    @Ask() ask: CommandOptions,
    @Language() language: 'zh' | 'en',
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<'POST /registrations/buyers'>> {
    const cookies = new SessionCookies(this.config.PUBLIC_ORIGIN, request, reply);
    const wanted = { ...body, personId: body.personId, address: request.ip, replaces: cookies.read('shop') };
    const answer = await enterShop(this.kit, wanted, ask);
    if (answer.kind === 'choosePerson') return answer;
    cookies.keep('shop', answer.token);
    const session = await resolveSession(this.kit, answer.token, 'shop');
    if (session.kind !== 'live') throw fail('SESSION_EXPIRED');
    return { kind: 'signedIn', me: await describeSession(this.kit, session, language) };
  }
}
