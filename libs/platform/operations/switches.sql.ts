import { statement } from '../database/statement';

export const readSwitch = statement<{ paused: boolean }>(
  'platform.read_switch',
  'select paused from platform.switch where name = $1',
);

export const turnSwitch = statement<{ name: string }>(
  'platform.turn_switch',
  `update platform.switch set paused = $2, reason = $3, turned_by = $4, turned_at = $5
    where name = $1 and paused <> $2 returning name`,
);
