interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What somebody is told, in both languages. */
export interface Message {
  readonly title: Words;
  readonly body: Words;
}
