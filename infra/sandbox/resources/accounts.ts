import { z } from 'zod';
import { makeId } from '../objects';
import type { Account } from '../objects';
import { noSuch } from '../stripe-problem';
import { emit, seconds } from '../world';
import type { World } from '../world';
import { id, listAnswer, listParams, metadata, text } from './params';
import { route } from './route';
import type { Route } from './route';

/** What a platform may say about a sub-merchant; the sandbox keeps the few things it shows again. */
const createParams = z.strictObject({
  type: z.enum(['custom', 'express', 'standard']).optional(),
  country: z.string().length(2).toUpperCase().default('HK'),
  email: text.optional(),
  business_type: z.enum(['company', 'individual', 'non_profit', 'government_entity']).optional(),
  business_profile: z.looseObject({ name: text.optional() }).optional(),
  company: z.looseObject({ name: text.optional() }).optional(),
  capabilities: z.looseObject({}).optional(),
  controller: z.looseObject({}).optional(),
  settings: z.looseObject({}).optional(),
  tos_acceptance: z.looseObject({}).optional(),
  metadata: metadata.default({}),
});

export function accountOf(world: World, accountId: string, param = 'account'): Account {
  const account = world.unit.get('accounts', accountId);
  if (!account) throw noSuch('account', accountId, param);
  return account;
}

/** A new sub-merchant is open at once; the page of misbehaviour can close it. */
function create(world: World, input: z.infer<typeof createParams>): Account {
  const account: Account = world.unit.put('accounts', {
    id: makeId('acct'),
    object: 'account',
    country: input.country,
    email: input.email ?? null,
    business_type: input.business_type ?? null,
    business_profile: { name: input.business_profile?.name ?? null },
    company: { name: input.company?.name ?? null },
    capabilities: { transfers: 'active' },
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    requirements: { currently_due: [], disabled_reason: null },
    created: seconds(world),
    metadata: input.metadata,
  });
  emit(world, 'account.updated', account);
  return account;
}

export const merchantStates = ['active', 'pending', 'inactive'] as const;

/** The institution's due diligence changes its mind: not a call of Stripe's, only of the sandbox. */
export function judgeAccount(world: World, accountId: string, transfers: (typeof merchantStates)[number]): Account {
  const isOpen = transfers === 'active';
  const account = world.unit.put('accounts', {
    ...accountOf(world, accountId),
    capabilities: { transfers },
    charges_enabled: isOpen,
    payouts_enabled: isOpen,
    requirements: {
      currently_due: isOpen ? [] : ['company.tax_id'],
      disabled_reason: isOpen
        ? null
        : transfers === 'pending'
          ? 'requirements.pending_verification'
          : 'platform_paused',
    },
  });
  emit(world, 'account.updated', account);
  return account;
}

export const accountRoutes: Route[] = [
  route('accounts.create', 'POST', '/v1/accounts', createParams, create),
  route('accounts.list', 'GET', '/v1/accounts', z.strictObject(listParams), (world, input) =>
    listAnswer(world.unit.list('accounts'), input, '/v1/accounts'),
  ),
  route(
    'accounts.retrieve',
    'GET',
    '/v1/accounts/:id',
    z.strictObject({ expand: z.array(id).optional() }),
    (world, _input, params) => accountOf(world, params.id ?? ''),
  ),
];
