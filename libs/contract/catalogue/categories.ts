import { z } from 'zod';

export const CATEGORIES = [
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
export const category = z.enum(CATEGORIES);
