let armed = new Set<string>();

/** Arms named failpoints from the setting FAILPOINTS (comma separated); refused in production by the config. */
export function armFailpoints(setting: string): void {
  armed = new Set(setting.split(',').filter((name) => name !== ''));
}

/** A named place where a crash test may kill the process, as kill -9 would: no handler runs, nothing is flushed. */
export function failpoint(name: string): void {
  if (armed.has(name)) process.kill(process.pid, 'SIGKILL');
}
