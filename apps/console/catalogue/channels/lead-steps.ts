type State = 'new' | 'contacted' | 'quoted' | 'ordered' | 'lost' | 'withdrawn';
type Noted = 'contacted' | 'quoted' | 'lost';

/** What may be written down next; the server's table decides, and a test holds this against it. */
const NEXT: Readonly<Record<State, readonly Noted[]>> = {
  new: ['contacted', 'quoted', 'lost'],
  contacted: ['quoted', 'lost'],
  quoted: ['lost'],
  ordered: [],
  lost: ['contacted'],
  withdrawn: [],
};

export function nextStates(state: State): readonly Noted[] {
  return NEXT[state];
}
