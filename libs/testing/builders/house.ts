import { randomUUID } from 'node:crypto';
import type { Provider } from '@nestjs/common';
import type { Role } from '@xihuo/contract';
import { identityParts, provisioning } from '@xihuo/identity';
import {
  createApi,
  createLog,
  IMPORTS,
  loadConfig,
  openServices,
  runImports,
  Vault,
  type ContextParts,
} from '@xihuo/platform';
import { testMasterKey } from '../template';
import { Browser, type Surface } from './browser';
import { openField, type Field } from './field';

const PASSWORD = 'apples from luochuan';

interface PersonWanted {
  role: Role;
  organisationId?: string;
  householdId?: string;
  /** Six digits; where absent, one in Gansu for the roles that want one. */
  regionCode?: string;
  /** Enrols an authenticator app. */
  secondFactor?: boolean;
  phone?: string;
}

interface TestPerson {
  id: string;
  /** A farmer has none and comes by phone. */
  login: string;
  password: string;
  /** The secret of the authenticator app, in base32. */
  secret: string;
}

/** A field with the api of some contexts in it, and people who can come in. */
export interface House extends Field {
  vault: Vault;
  person(wanted: PersonWanted): Promise<TestPerson>;
  browser(surface: Surface, address?: string): Browser;
  /** Writes what imports have confirmed, as the worker does. */
  runImports(): Promise<void>;
}

export interface HouseOptions {
  /** Beside identity, which is always there. */
  parts?: readonly ContextParts[];
  /** Take the place of providers of the same token. */
  overrides?: (field: Field, vault: Vault) => Provider[];
}

export async function openHouse({ parts = [], overrides = () => [] }: HouseOptions = {}): Promise<House> {
  const field = await openField({ pool: 4 });
  const vault = new Vault(testMasterKey);
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: field.url,
    DATABASE_POOL: '4',
    MASTER_KEY: testMasterKey,
    STRIPE_SECRET_KEY: 'none',
    STRIPE_WEBHOOK_SECRET: 'none',
  });
  const all = [identityParts, ...parts, { name: 'overrides', providers: overrides(field, vault) }];
  const services = await openServices(config, createLog('silent', 'test'), all, 'test');
  const { app } = await createApi(services, all);
  let people = 0;

  return {
    ...field,
    vault,
    browser: (surface, address) => new Browser(app, surface, address),
    runImports: () => runImports(app.get(IMPORTS)),
    person: (wanted) =>
      field.does(async (tx) => {
        const login = `person-${++people}`;
        const secret =
          'ABCDEFGH'.repeat(3) + people.toString(2).padStart(8, '0').replaceAll('0', 'A').replaceAll('1', 'B');
        const { id } = await provisioning.createPerson(tx, { displayName: `第${people}人` });
        await provisioning.grantRole(tx, { personId: id, ...grantOf(wanted) });
        if (wanted.role !== 'farmer') await provisioning.setPassword(tx, { personId: id, login, password: PASSWORD });
        if (wanted.secondFactor) await provisioning.enrolTotp(tx, vault, { personId: id, secret });
        if (wanted.phone) await provisioning.linkPhone(tx, vault, { personId: id, phone: wanted.phone });
        return { id, login, password: PASSWORD, secret };
      }),
    async close() {
      await app.close();
      await services.close();
      await field.close();
    },
  };
}

/** What a role cannot be without, where the test does not care which. */
function grantOf({ role, organisationId, householdId, regionCode }: PersonWanted) {
  const county = role.startsWith('county');
  return {
    role,
    organisationId: organisationId ?? (role === 'supplier' || role === 'businessBuyer' ? randomUUID() : undefined),
    householdId: householdId ?? (role === 'farmer' ? randomUUID() : undefined),
    regionCode: regionCode ?? (county ? '620503' : role === 'auditor' ? '620000' : undefined),
  };
}
