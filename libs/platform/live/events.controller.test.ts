import type { Caller, XihuoReply } from '../http/request';
import { EventsController } from './events.controller';
import type { Live } from './live';

test('a reader who left before the stream began is taken in nowhere: nobody would hear it leave', () => {
  const add = jest.fn<() => void, unknown[]>(() => () => undefined);
  const controller = new EventsController({ add } as unknown as Live);
  const raw = { destroyed: false, writeHead: jest.fn(), write: jest.fn(), once: jest.fn() };
  const reply = { hijack: jest.fn(), raw, getHeaders: () => ({}), request: { method: 'GET' } };
  const caller = { person: { id: 'p', sessionId: 's', grants: [] } };
  const comes = () => controller.events(caller as unknown as Caller, reply as unknown as XihuoReply);
  comes();
  expect(add).toHaveBeenCalledTimes(1);
  raw.destroyed = true;
  comes();
  expect(add).toHaveBeenCalledTimes(1);
  expect(raw.once).toHaveBeenCalledTimes(1);
});
