import { renderToStaticMarkup } from 'react-dom/server';
import { Arrow } from './arrow';

test.each([
  [-1, 'true'],
  [0, 'false'],
  [2, 'false'],
  [3, 'true'],
])('an arrow to picture %i of three stands there, unavailable: %s', (to, unavailable) => {
  const drawn = renderToStaticMarkup(
    <Arrow sign="›" label="next" to={to} of={3} onShow={() => undefined} className="" />,
  );
  expect(drawn).toMatch(new RegExp(`^<button [^>]*aria-disabled="${unavailable}"`));
});
