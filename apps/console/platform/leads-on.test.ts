import { leadsOn } from './leads-on';

test.each([
  ['application:a-1', '/admission/apply/a-1', '/admission/applications/a-1/desk'],
  ['measure:a-1', '/admission/own/measures/a-1', '/admission/watching/measures/a-1'],
  ['appeal:a-1', '/admission/own', '/admission/watching/appeals/a-1'],
  ['change:a-1', '/catalogue/changes/a-1', '/catalogue/changes/a-1'],
  ['edition:3', '/admission/recognitions', '/admission/recognitions'],
  ['answering:a-1', '/disputes/a-1', '/disputes/a-1'],
  ['mediation:a-1', '/mediation/a-1', '/mediation/a-1'],
  ['dispute:o-1/a-1', null, null],
  ['claims:open', '/ordering/after-sales', '/ordering/after-sales'],
  ['claims:o-1', null, null],
  ['orders:waiting', '/ordering/orders', '/ordering/orders'],
  ['ending:mediator', '/identity/people?role=mediator', '/identity/people?role=mediator'],
  ['settings:proposed', '/registry/settings?view=proposed', '/registry/settings?view=proposed'],
  ['something:new', null, null],
  ['constructor:a-1', null, null],
  ['case', null, null],
  [null, null, null],
])('%s leads a supplier to %s and others to %s', (about, own, others) => {
  expect([leadsOn(about, true), leadsOn(about, false)]).toEqual([own, others]);
});
