import { attributeOf } from './elements.ts';

/** The meta tags of a page, by their names in small letters. */
export class MetaTags {
  readonly #contents = new Map<string, string[]>();

  constructor(document: Document) {
    for (const tag of document.querySelectorAll('meta')) {
      const content = attributeOf(tag, 'content').trim();
      if (content === '') continue;
      for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
        const name = attributeOf(tag, attribute).trim().toLowerCase();
        if (name === '') continue;
        const contents = this.#contents.get(name) ?? [];
        contents.push(content);
        this.#contents.set(name, contents);
      }
    }
  }

  /** The content of the first of these names that has one. */
  first(names: readonly string[]): string | null {
    return this.all(names)[0] ?? null;
  }

  /** All contents of the first of these names that has any. */
  all(names: readonly string[]): readonly string[] {
    for (const name of names) {
      const contents = this.#contents.get(name);
      if (contents) return contents;
    }
    return [];
  }

  /** The first content of these names that can be read. */
  firstOf<T>(names: readonly string[], read: (content: string) => T | null): T | null {
    for (const name of names) {
      for (const content of this.#contents.get(name) ?? []) {
        const value = read(content);
        if (value !== null) return value;
      }
    }
    return null;
  }
}
