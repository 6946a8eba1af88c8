// One keep-alive HTTP/1.1 connection that costs the measuring side as little as possible: it shares the machine's cores
// with what is measured. Reads answers with a content-length, which is all our servers and the bare ones send.
import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

export class Wire {
  #socket;
  #read = Buffer.alloc(0);
  /** @type {{ resolve: (answer: { status: number, body: Buffer }) => void, reject: (error: Error) => void } | null} */
  #waiting = null;

  /** @param {number} port */
  constructor(port) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    /** @type {Promise<void>} */
    this.connected = new Promise((done) => this.#socket.once('connect', done));
    this.#socket.setTimeout(30_000, () => this.#socket.destroy(new Error('no answer for 30 s')));
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#waiting?.reject(error));
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')));
  }

  /** Not any more once the server has gone, or nothing was asked for 30 s. */
  get isOpen() {
    return !this.#socket.destroyed;
  }

  /**
   * @param {Buffer | string} request head and body
   * @returns {Promise<{ status: number, body: Buffer }>}
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      // What is written to it then is answered by nothing, not even by an error.
      if (!this.isOpen) return reject(new Error('the connection is closed'));
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close() {
    this.#waiting = null;
    this.#socket.destroy();
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    this.#read = this.#read.length === 0 ? chunk : Buffer.concat([this.#read, chunk]);
    const head = this.#read.indexOf(headEnd);
    if (head < 0) return;
    const text = this.#read.latin1Slice(0, head);
    const length = /content-length: (\d+)/i.exec(text)?.[1];
    if (length === undefined) return void this.#socket.destroy(new Error('an answer without content-length'));
    const end = head + headEnd.length + Number(length);
    if (this.#read.length < end) return;
    const body = this.#read.subarray(head + headEnd.length, end);
    this.#read = this.#read.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(text.slice(9, 12)), body });
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Record<string, string>} [headers]
 * @param {string} [body]
 */
export function requestText(method, path, headers = {}, body = '') {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`;
}
