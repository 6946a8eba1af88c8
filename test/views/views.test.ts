import { pairsIn } from './pairs';
import { PLACES } from './places';
import { chosenViews, everyView } from './views';

const pairs = (views: readonly object[]) => new Set(views.flatMap((view) => pairsIn({ ...view })));

test('each page stands once in each of its states, at each width, in light and dark, both sizes and both languages', () => {
  const chosen = chosenViews();
  expect(pairs(chosen)).toEqual(pairs(everyView()));
  const states = PLACES.reduce((sum, { states }) => sum + states.length, 0);
  expect(chosen.length).toBeLessThan(states * 1.2);
});
