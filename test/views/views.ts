import { allPairs, everyChoice } from './pairs';
import { PLACES, STATES, type Place, type State } from './places';

/** One page in one state as one person has it before them. */
export type View = {
  readonly place: string;
  readonly state: State;
  readonly width: '320' | '390' | '768' | '1280';
  readonly mode: 'light' | 'dark';
  readonly size: 'usual' | 'elder';
  readonly language: 'zh-CN' | 'en';
};

const placeOf = new Map(PLACES.map((place) => [place.route, place]));

export const placeOfView = ({ place }: Pick<View, 'place'>): Place => placeOf.get(place)!;

/** Every one there is: thousands. */
export function everyView(): View[] {
  const choices: View[] = everyChoice({
    place: PLACES.map(({ route }) => route),
    state: STATES,
    width: ['320', '390', '768', '1280'],
    mode: ['light', 'dark'],
    size: ['usual', 'elder'],
    language: ['zh-CN', 'en'],
  });
  return choices.filter((view) => placeOfView(view).states.includes(view.state));
}

/** As many as it takes for every two of place, state, width, mode, size and language to meet. */
export const chosenViews = (): View[] => allPairs(everyView());

/** To find one again. */
export const nameOf = ({ place, state, width, mode, size, language }: View): string =>
  `/${place.replace(/^\//, '')} ${state}, ${width} px, ${mode}, ${size}, ${language}`;
