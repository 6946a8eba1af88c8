import type { CompiledMessage } from '@lingui/message-utils/compileMessage';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The Chinese catalog of an app: it decides the keys and, by its {placeholders}, the values each message wants. */
export type Catalog = Readonly<Record<string, string>>;

/** One text, or [singular, plural] where the language tells one from many; chosen by the value named `count`. */
export type Text = string | readonly [one: string, other: string];

/** The same keys in another language: a missing or misspelt key does not compile. */
export type Translation<C extends Catalog> = { readonly [K in keyof C]: Text };

/** The names between braces: Placeholders<'共 {count} 件'> is 'count'. */
export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Values<S extends string> = [Placeholders<S>] extends [never]
  ? []
  : [values: { [Name in Placeholders<S>]: string | number }];

/** Translates a key of the app's own catalog; the values it needs are known from the text. */
export type Translate<C extends Catalog> = <K extends keyof C & string>(key: K, ...values: Values<C[K]>) => string;

/** 'a {b} c' as lingui's run time wants it: ['a ', ['b'], ' c']. Done here, so that its parser stays out of the bundle. */
function compileText(text: string): CompiledMessage {
  return text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? [part] : part)) as CompiledMessage;
}

export function compile(catalog: Readonly<Record<string, Text>>): Record<string, CompiledMessage> {
  return Object.fromEntries(
    Object.entries(catalog).map(([key, text]): [string, CompiledMessage] => {
      if (typeof text === 'string') return [key, compileText(text)];
      const [one, other] = text.map(compileText);
      return [key, [['count', 'plural', { one: one!, other: other! }]] as CompiledMessage];
    }),
  );
}
