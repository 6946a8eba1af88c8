import type { states } from '@xihuo/kernel';

export const IMPORT_STATES = ['reading', 'previewed', 'writing', 'stopped', 'done', 'discarded'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export type ImportEvent = 'read' | 'confirm' | 'stop' | 'finish' | 'discard';

/** Nothing is written before somebody has seen the preview and confirmed; what stopped may go on where it stopped. */
export const importStates: states.StateTable<ImportState, ImportEvent> = {
  initial: 'reading',
  table: {
    reading: { read: 'previewed', discard: 'discarded' },
    previewed: { confirm: 'writing', discard: 'discarded' },
    writing: { stop: 'stopped', finish: 'done' },
    stopped: { confirm: 'writing', discard: 'discarded' },
    done: {},
    discarded: {},
  },
};
