import { markedFrom } from './marks';
import { wholeConsole, wholeMatrix } from './whole';

/** What no button of its own begins, and what begins it instead. */
const NO_BUTTON: Readonly<Record<string, string>> = {
  // A file that is chosen is sent at once.
  'POST /admission/applications/{id}/documents': 'a file is chosen',
  'POST /admission/inspections/{id}/files': 'a file is chosen',
  'POST /admission/products/{supplierId}/{productId}/papers': 'a file is chosen',
  'POST /admission/suppliers/{id}/papers': 'a file is chosen',
  'POST /benefit/papers': 'a file is chosen',
  'POST /imports': 'a file is chosen',
  'POST /invoice-requests/{id}/files': 'a file is chosen',
  'POST /supplier/lot-papers': 'a file is chosen',
  'POST /suppliers/{supplierId}/products/{productId}/pictures': 'a file is chosen',
  // What is typed is kept or looked up as it stands.
  'POST /admission/checks': 'typing',
  'PUT /admission/applications/{id}/checklist': 'typing',
  // The first of two steps in one dialog, whose button is marked with the second.
  'POST /benefit/agreements/{id}/code': 'the dialog of the signature',
  'POST /supplier/deliveries/{id}/code': 'the dialog of the confirmation',
  'POST /sessions/second-factor': 'the dialog of a grave step',
  // What waits on the device goes off by itself, whichever page has it in sight.
  'POST /benefit/work-sheets': 'being online again',
  'POST /supplier/deliveries': 'being online again',
  'POST /supplier/deliveries/{id}/witness': 'being online again',
  'POST /supplier/lots': 'being online again',
  'POST /me/notices/read': 'reading them',
};

test('every act of a page is written on the button that begins it, so that whoever walks there can tell what stands where', () => {
  const collected = wholeConsole();
  const partOf = new Map(collected.pages.map(({ path, part }) => [path, part]));
  const unmarked = Object.entries(wholeMatrix()).flatMap(([path, { acts }]) => {
    const marked = markedFrom(collected, partOf.get(path)!);
    return Object.keys(acts).filter((act) => !marked.has(act));
  });
  expect([...new Set(unmarked)].sort()).toEqual(Object.keys(NO_BUTTON).sort());
});
