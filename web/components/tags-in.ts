// Tags as people type them, with commas between them and with or without the sign in front, as they are stored.

/** `#weekly, shop` is `weekly` and `shop`. */
export function tagsIn(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().replace(/^#/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
