import type { Output } from '@xihuo/ui';

export type Ground = Output<'GET /admission/cases/{id}'>['ground']['code'];

/** The published list; its order is its numbering. Typed both ways, so that a new ground cannot be forgotten here. */
const order: Record<Ground, true> = {
  'EXT-01': true,
  'EXT-02': true,
  'EXT-03': true,
  'EXT-04': true,
  'EXT-05': true,
  'EXT-06': true,
  'EXT-07': true,
  'EXT-08': true,
  'EXT-09': true,
  'EXT-10': true,
  'EXT-11': true,
  'EXT-12': true,
  'EXT-13': true,
  'EXT-14': true,
  'EXT-15': true,
  'EXT-16': true,
  'EXT-17': true,
  'EXT-18': true,
  'EXT-19': true,
  'EXT-20': true,
};
export const GROUNDS = Object.keys(order) as Ground[];
