import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armFailpoints, failpoint } from './failpoint';

// The one thing that cannot be let happen here.
const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
const folder = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));

beforeEach(() => kill.mockClear());
afterAll(() => {
  armFailpoints('');
  kill.mockRestore();
  rmSync(folder, { recursive: true });
});

test('a name that is armed kills each time, others never', () => {
  armFailpoints('order.place:beforeCommit,payment.start:afterCall');
  failpoint('order.place:afterCommit');
  expect(kill).not.toHaveBeenCalled();
  failpoint('payment.start:afterCall');
  failpoint('payment.start:afterCall');
  expect(kill).toHaveBeenCalledTimes(2);
  expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
});

test('a file arms a name for one kill, also while the process runs', () => {
  const name = 'POST /orders/{id}/receipts:beforeCommit';
  armFailpoints(folder);
  failpoint(name);
  expect(kill).not.toHaveBeenCalled();
  writeFileSync(join(folder, encodeURIComponent(name)), '');
  failpoint('POST /orders/{id}/receipts:afterCommit');
  expect(kill).not.toHaveBeenCalled();
  failpoint(name);
  failpoint(name);
  expect(kill).toHaveBeenCalledTimes(1);
  expect(readdirSync(folder)).toEqual([]);
});
