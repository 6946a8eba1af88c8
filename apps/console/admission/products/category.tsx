import { useT } from '../../words';

const CATEGORIES = [
  'fruit',
  'vegetable',
  'grain-oil',
  'meat',
  'dairy',
  'egg',
  'tea',
  'medicinal-food',
  'mushroom',
  'nut',
  'honey',
  'seasoning',
  'seafood-freshwater',
  'processed',
  'beverage',
  'handicraft',
] as const;

export type ProductCategory = (typeof CATEGORIES)[number];
export const productCategories: readonly ProductCategory[] = CATEGORIES;

/** The name of a category; the api says it as text, so that one it learns later shows as it is. */
export function useCategoryName(): (value: string) => string {
  const t = useT();
  return (value) => {
    const known = CATEGORIES.find((category) => category === value);
    return known ? t(`category.${known}`) : value;
  };
}

export function Category({ value }: { value: string }) {
  return <>{useCategoryName()(value)}</>;
}
