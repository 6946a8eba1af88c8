/** What says what was done, with the words for it: they are many, and not on the first screen. */
export async function withDeeds<Module>(load: Promise<Module>): Promise<Module> {
  const words = import('./trail-words').then(({ needDeeds }) => needDeeds());
  const [module] = await Promise.all([load, words]);
  return module;
}
