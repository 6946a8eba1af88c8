// The consoles of `sse1000`, in a process of their own: opens that many streams, says when they hear, and at the end of its input how much came.
import { connect } from 'node:net';
import { tokenOf } from './console-sse.mjs';

const [port, consoles] = process.argv.slice(2).map(Number);
/** So many are opened at a time: each is a session looked up. */
const AT_ONCE = 50;
let heard = 0;

/** @param {number} at @returns {Promise<void>} once the stream has begun */
function open(at) {
  return new Promise((done, fail) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        `GET /api/v1/me/events?surface=console HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: __Host-xihuo-console=${tokenOf(at)}\r\n\r\n`,
      ),
    );
    socket.setEncoding('latin1').on('data', (/** @type {string} */ text) => {
      if (text.startsWith('HTTP/1.1')) {
        if (text.startsWith('HTTP/1.1 200')) done();
        else fail(new Error(text.slice(0, 300)));
      }
      // Events are far apart and small: none comes in two pieces.
      heard += text.split('"topic":"queue"').length - 1;
    });
    socket.once('error', fail).once('close', () => fail(new Error(`stream ${at} has ended`)));
  });
}

for (let at = 0; at < Number(consoles); at += AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, Number(consoles) - at) }, (_, next) => open(at + next)));
console.log('open');
process.stdin.resume().once('end', () => {
  console.log(heard);
  process.exit(0);
});
