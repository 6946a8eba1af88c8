import { createHmac, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Role } from '@xihuo/contract';
import { command, Database, type Tx } from '@xihuo/platform';
import { cloneDatabase, testMasterKey } from '@xihuo/testing';
import { Client } from 'pg';
import { createPerson, enrolTotp, grantRole, linkPhone, setPassword } from '../actions/provision';
import { base32 } from '../secrets/totp';
import type { IdentityKit } from '../store/identity-kit';

export const PASSWORD = 'apples from luochuan';

export interface PersonWanted {
  role: Role;
  secondFactor?: boolean;
  phone?: string;
}

const vault: IdentityKit['vault'] = {
  seal: ({ table, row, column }, plain) =>
    Buffer.from(JSON.stringify([table, row, column, Buffer.from(plain).toString('base64')])),
  open: (_cell, sealed) => Buffer.from(JSON.parse(sealed.toString())[3], 'base64').toString(),
  blindIndex: (purpose, text) => createHmac('sha256', testMasterKey).update(`${purpose}\0${text}`).digest(),
};

/** A database of its own with hands to set the clock, make people and read what was sent. */
export async function openDesk() {
  const clone = await cloneDatabase();
  const owner = new Client({ connectionString: clone.url });
  await owner.connect();
  const database = await Database.open({ url: clone.url, pool: 6 });
  const messages: { phone: string; text: string }[] = [];
  const kit: IdentityKit = {
    database,
    vault,
    sendSms: (_tx, phone, text) => Promise.resolve(void messages.push({ phone, text })),
  };
  const does = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const ask = { name: 'test', actor: { kind: 'system', name: 'test' } as const, requestId: 'test' };
    return (await command(database, ask, work)).view;
  };
  let people = 0;

  return {
    kit,
    url: clone.url,
    messages,
    does,
    setClock: (offset: string) => owner.query('select platform.set_clock_offset($1)', [offset]),

    /** A person with login, password and one role; a farmer comes by phone alone. */
    person: ({ role, secondFactor = false, phone }: PersonWanted) =>
      does(async (tx) => {
        const login = `person-${++people}`;
        const secret = base32(Buffer.from(`twenty bytes of ${people.toString().padStart(4)}`));
        const { id } = await createPerson(tx, { displayName: `第${people}人` });
        await grantRole(tx, { personId: id, role, ...placeOf(role) });
        if (role !== 'farmer') await setPassword(tx, { personId: id, login, password: PASSWORD });
        if (secondFactor) await enrolTotp(tx, vault, { personId: id, secret });
        if (phone !== undefined) await linkPhone(tx, vault, { personId: id, phone });
        return { id, login, secret };
      }),

    async phcOf(personId: string): Promise<string> {
      const { rows } = await owner.query('select password_phc from identity.credential where person_id = $1', [
        personId,
      ]);
      return rows[0].password_phc;
    },

    async weaken(personId: string): Promise<void> {
      const phc = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
      await owner.query('update identity.credential set password_phc = $2 where person_id = $1', [personId, phc]);
    },

    /** Every row of the schema as text. */
    async dump(): Promise<string> {
      const { rows } = await owner.query<{ text: string }>(
        `select table_to_xml(format('identity.%I', tablename)::regclass, true, false, '')::text
                || (select string_agg(to_json(code)::text, '') from identity.sms_code code) as text
           from pg_tables where schemaname = 'identity'`,
      );
      return rows.map(({ text }) => text).join('\n');
    },

    async close(): Promise<void> {
      await database.close();
      await owner.end();
      await clone.drop();
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

function placeOf(role: Role) {
  if (role === 'farmer') return { householdId: randomUUID() };
  if (role === 'supplier' || role === 'businessBuyer') return { organisationId: randomUUID() };
  if (role === 'auditor') return { regionCode: '620000' };
  return role.startsWith('county') ? { regionCode: '620503' } : {};
}
