import { portNear } from './ports.mjs';
import { checkDatabase, checkRedis } from './external.mjs';

test('a database that does not answer is named without its password', async () => {
  const url = `postgresql://somebody:secret@127.0.0.1:${await portNear(0)}/shop`;
  const refused = checkDatabase(url);
  await expect(refused).rejects.toThrow(/DATABASE_URL: the database does not answer/);
  await expect(refused).rejects.not.toThrow(/secret/);
});

test('a Redis that does not answer is named by host and port', async () => {
  const port = await portNear(0);
  await expect(checkRedis(`redis://:secret@127.0.0.1:${port}`)).rejects.toThrow(`nothing answers at 127.0.0.1:${port}`);
});
