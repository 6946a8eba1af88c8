// Says what is going on: a line for every step, and a sign of life for those that take more than a second.

/** @param {NodeJS.WriteStream} [out] */
export function createProgress(out = process.stdout) {
  const note = (/** @type {string} */ line) => void out.write(`  ${line}\n`);

  /**
   * @template T
   * @param {string} title
   * @param {() => Promise<T> | T} work
   */
  async function step(title, work) {
    const started = Date.now();
    const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
    let shown = 0;
    const timer = setInterval(() => {
      shown += 1;
      if (out.isTTY) out.write(`\r\x1b[K… ${title} ${seconds()} s`);
      else if (shown === 1 || shown % 10 === 0) out.write(`… ${title}${shown > 1 ? ` ${seconds()} s` : ''}\n`);
    }, 1000);
    const clear = () => {
      clearInterval(timer);
      if (out.isTTY && shown) out.write('\r\x1b[K');
    };
    try {
      const result = await work();
      clear();
      out.write(`✓ ${title} ${seconds()} s\n`);
      return result;
    } catch (error) {
      clear();
      out.write(`✗ ${title}\n`);
      throw error;
    }
  }

  return { note, step };
}
