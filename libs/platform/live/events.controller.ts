import { Controller, Inject, Res } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { LIVE } from '../context/tokens';
import { By, Handles } from '../http/handles';
import type { Caller, XihuoReply } from '../http/request';
import type { Live } from './live';

/** What may lie unread before a reader counts as gone; a thousand events are less. */
const MOST_UNREAD_BYTES = 64 * 1024;
/** Said first: how long a client waits before it comes again. Not all the same, or a restart would bring all at once. */
const retry = () => `retry: ${2_000 + randomInt(3_000)}\n\n`;

@Controller()
export class EventsController {
  constructor(@Inject(LIVE) private readonly live: Live) {}

  /** Server-sent events; the answer ends with the session, with the process, or when its reader goes. */
  @Handles('GET /me/events')
  events(@By() caller: Caller, @Res() reply: XihuoReply): void {
    const { id, sessionId, grants } = caller.person!;
    reply.hijack();
    const { raw } = reply;
    // Its reader left before it came to this: the end that takes a stream out was heard by nobody.
    if (raw.destroyed) return;
    raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      // What stands between would gather the events otherwise.
      'x-accel-buffering': 'no',
    });
    if (reply.request.method === 'HEAD') {
      raw.end();
      return;
    }
    raw.write(retry());
    const takeOut = this.live.add(
      { personId: id, grants },
      {
        sessionId,
        write(bytes) {
          if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
          else raw.write(bytes);
        },
        end: () => void raw.end(),
      },
    );
    raw.once('close', takeOut);
  }
}
