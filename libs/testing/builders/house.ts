import { randomUUID } from 'node:crypto';
import type { Provider } from '@nestjs/common';
import { CONSOLE_ROLES, type Role } from '@xihuo/contract';
import { identityParts, provisioning } from '@xihuo/identity';
import { must } from '@xihuo/kernel';
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
  /** The browser of somebody who came in where their role works, the second factor shown where it wants one. */
  signedIn(wanted: PersonWanted): Promise<Browser>;
  /** Has it listen as well, for what does not end with one answer. @returns its port */
  listens(): Promise<number>;
  /** Writes what imports have confirmed, as the worker does. */
  runImports(): Promise<void>;
}

export interface HouseOptions {
  /** Where it stands, for instance a shop; an empty field of its own otherwise. Closing the house closes it. */
  field?: Field;
  /** Beside or instead of those that do for a test. */
  settings?: Record<string, string>;
  /** Beside identity, which is always there. */
  parts?: readonly ContextParts[];
  /** Take the place of providers of the same token. */
  overrides?: (field: Field, vault: Vault) => Provider[];
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { parts = [], settings = {}, overrides = () => [] } = options;
  const field = options.field ?? (await openField({ pool: 4 }));
  const vault = new Vault(testMasterKey);
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: field.url,
    DATABASE_POOL: '4',
    MASTER_KEY: testMasterKey,
    STRIPE_SECRET_KEY: 'none',
    STRIPE_WEBHOOK_SECRET: 'none',
    ...settings,
  });
  const all = [identityParts, ...parts, { name: 'overrides', providers: overrides(field, vault) }];
  const services = await openServices(config, createLog('silent', 'test'), all, 'test');
  const { app } = await createApi(services, all);
  const person = peopleOf(field, vault);

  return {
    ...field,
    vault,
    person,
    browser: (surface, address) => new Browser(app, surface, address),
    async signedIn(wanted) {
      const { id, login } = await person(wanted);
      // A farmer comes by a code to the phone; how one came in is not what those tests are about.
      if (wanted.role === 'farmer')
        await field.does((tx) => provisioning.setPassword(tx, { personId: id, login, password: PASSWORD }));
      const browser = new Browser(app, CONSOLE_ROLES.includes(wanted.role) ? 'console' : 'shop');
      const { status } = await browser.signIn(login, PASSWORD);
      must(status === 201, `${wanted.role} came in`);
      await field.rows('update identity.session set second_factor_at = platform.business_now() where person_id = $1', [
        id,
      ]);
      return browser;
    },
    async listens() {
      await app.listen(0, '127.0.0.1');
      return Number(new URL(await app.getUrl()).port);
    },
    runImports: () => runImports(app.get(IMPORTS)),
    async close() {
      await app.close();
      await services.close();
      await field.close();
    },
  };
}

function peopleOf(field: Field, vault: Vault): House['person'] {
  let people = 0;
  return (wanted) =>
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
    });
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
