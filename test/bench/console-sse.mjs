// A thousand open consoles that are told of something once a second: what that costs the one api process that holds them.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Stage } from './stage.mjs';

const CONSOLES = Number(process.env.BENCH_CONSOLES ?? 1_000);
const SECONDS = Number(process.env.BENCH_CONSOLE_SECONDS ?? 30);
const MOST_SHARE = 15;
/** Clock ticks a second as /proc counts them, on every Linux there is. */
const TICKS = 100;

/** Of a console's session, so that both processes know it. @param {number} at */
export const tokenOf = (at) => createHash('sha256').update(`console ${at}`).digest('base64url');

/** A reviewer a console, signed in with the second factor. @param {import('pg').Client} owner */
async function people(owner) {
  const hashes = Array.from({ length: CONSOLES }, (_, at) => createHash('sha256').update(tokenOf(at)).digest());
  await owner.query(
    `with person as (
       insert into identity.person (display_name) select 'console ' || at from generate_series(1, $1) as at returning id
     ), granted as (
       insert into identity.role_grant (person_id, role, granted_at, granted_by)
       select id, 'reviewer', platform.business_now(), 'bench' from person
     )
     insert into identity.session (token_hash, person_id, surface, created_at, last_seen_at, expires_at, second_factor_at)
     select token, id, 'console', now, now, now + interval '1 hour', now
       from (select id, row_number() over () as at from person) as person
       join unnest($2::bytea[]) with ordinality as given (token, at) using (at), platform.business_now() as now`,
    [CONSOLES, hashes],
  );
}

/** Seconds of a core that a process has used, in user mode and in the kernel. @param {number} pid */
function secondsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** @param {import('./report.mjs').Report} report */
export async function sse1000(report) {
  if (!existsSync('/proc/self/stat')) return report.say('sse1000: only Linux tells, so not measured here');
  const stage = new Stage('console-sse');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    await people(owner);
    const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    const sockets = stage.program('test/bench/console-sockets.mjs', [String(port), String(CONSOLES)]);
    await sockets.said('open');
    const pid = stage.pidOf('api');
    const [began, used] = [performance.now(), secondsOf(pid)];
    for (let at = 1; at <= SECONDS; at += 1) {
      const line = JSON.stringify({ topic: 'queue', id: `bench ${at}`, to: { roles: ['reviewer'] } });
      await owner.query("select pg_notify('xihuo_live', $1)", [line]);
      await new Promise((next) => setTimeout(next, Math.max(0, began + at * 1_000 - performance.now())));
    }
    const seconds = (performance.now() - began) / 1_000;
    const share = ((secondsOf(pid) - used) / seconds) * 100;
    const heard = Number(await sockets.end());
    if (heard !== CONSOLES * SECONDS) throw new Error(`${heard} events were heard of ${CONSOLES * SECONDS}`);
    report.figure({
      ...{ figure: 'sse1000', value: share, unit: '% of a core', limit: MOST_SHARE },
      said: `${CONSOLES} consoles, one event a second for ${SECONDS} s, each heard by all; at most`,
    });
  } finally {
    await stage.down();
  }
}
