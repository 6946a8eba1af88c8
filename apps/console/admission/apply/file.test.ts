import { fieldId, stepOfPointer, stepsOf } from './file';

test('only a trader is asked for a mandate', () => {
  expect(stepsOf('cooperative')).not.toContain('mandate');
  expect(stepsOf('trader')).toContain('mandate');
});

test.each([
  ['/subject/uscc', 'subject', 'subject-uscc'],
  ['/licences/foodLicences/0/number', 'licences', 'licences-foodLicences-0-number'],
  ['/documents/businessLicence', 'documents', 'documents-businessLicence'],
  ['/households', 'households', 'households'],
  ['/somethingElse', 'subject', 'somethingElse'],
])('%s is filled in at %s', (pointer, step, id) => {
  expect([stepOfPointer(pointer), fieldId(pointer)]).toEqual([step, id]);
});
