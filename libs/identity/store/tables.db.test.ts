import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';

let clone: DatabaseClone;
let app: Client;

beforeAll(async () => {
  clone = await cloneDatabase();
  app = new Client({ connectionString: clone.url, options: '-c role=xihuo_app' });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await clone.drop();
});

const person = () =>
  app
    .query<{ id: string }>(`insert into identity.person (display_name) values ('李明') returning id`)
    .then(({ rows }) => rows[0]!.id);

test('every statement of identity is one the database understands', async () => {
  const modules = await Promise.all([import('./session.sql'), import('./person.sql'), import('./one-time.sql')]);
  for (const wanted of modules.flatMap((one) => Object.values(one))) {
    await expect(app.query(`prepare wanted as ${wanted.text}`)).resolves.toBeDefined();
    await app.query('deallocate wanted');
  }
});

test.each([
  { name: 'a farmer without a household', role: 'farmer', organisation: null, region: null },
  { name: 'a supplier without an organisation', role: 'supplier', organisation: null, region: null },
  { name: 'an auditor without a jurisdiction', role: 'auditor', organisation: null, region: null },
  { name: 'a county officer with a province', role: 'countyAgriculture', organisation: null, region: '62' },
  { name: 'a role nobody declared', role: 'root', organisation: null, region: null },
])('refuses $name', async ({ role, organisation, region }) => {
  const id = await person();
  await expect(
    app.query(
      `insert into identity.role_grant (person_id, role, organisation_id, jurisdiction, granted_at, granted_by)
       values ($1, $2, $3, $4, now(), 'test')`,
      [id, role, organisation, region],
    ),
  ).rejects.toThrow(/violates check constraint/);
});

test('the same grant stands once, and again after its end', async () => {
  const id = await person();
  const grant = () =>
    app.query(
      `insert into identity.role_grant (person_id, role, granted_at, granted_by) values ($1, 'consumer', now(), 'test')`,
      [id],
    );
  await grant();
  await expect(grant()).rejects.toThrow(/role_grant_once/);
  await app.query(`update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id = $1`, [id]);
  await grant();
  await expect(app.query('delete from identity.role_grant where person_id = $1', [id])).rejects.toThrow(
    /permission denied/,
  );
});

test('the auditor sees who may do what, and no secret', async () => {
  const auditor = new Client({ connectionString: clone.url, options: '-c role=xihuo_auditor' });
  await auditor.connect();
  await auditor.query('select * from identity.role_grant');
  for (const secret of ['credential', 'session', 'totp_secret', 'sms_code', 'phone_link']) {
    await expect(auditor.query(`select from identity.${secret}`)).rejects.toThrow(/permission denied/);
  }
  await auditor.end();
});
