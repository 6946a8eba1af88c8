import { Waker } from './waker';

test('calls made together go out as one, each name once', async () => {
  const sent: string[][] = [];
  const waker = new Waker((names) => Promise.resolve(sent.push(names)));
  waker.wake('outbox');
  waker.wake('outbox');
  waker.wake('payment.workInbox');
  await waker.close();
  expect(sent).toEqual([['outbox', 'payment.workInbox']]);
});

test('a call made while one is under way is not lost', async () => {
  const sent: string[][] = [];
  const waker = new Waker((names) => {
    if (sent.length === 0) waker.wake('outbox');
    return Promise.resolve(sent.push(names));
  });
  waker.wake('outbox');
  await waker.close();
  expect(sent).toEqual([['outbox'], ['outbox']]);
});

test('a call that fails troubles nobody, and the next one goes out', async () => {
  let tries = 0;
  const waker = new Waker(() => (++tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve()));
  waker.wake('outbox');
  await waker.close();
  waker.wake('outbox');
  await waker.close();
  expect(tries).toBe(2);
});
