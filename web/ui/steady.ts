// Keeps what somebody reads where it is while something is added above it. Some browsers do that by themselves, others do
// not, and none does it at the very top; so it is done here, and theirs is switched off by the style of the list.
import { useLayoutEffect, useRef, type RefObject } from 'react';

interface Anchor {
  readonly element: Element;
  readonly top: number;
}

/** What lies behind the bar at the top is not read. */
const barHeight = 60;

/**
 * @param content changes whenever the list does.
 * @returns the list's ref, and what to call before something is added: it tells whether somebody is reading further down.
 */
export function useSteady(content: unknown): {
  list: RefObject<HTMLDivElement | null>;
  keepPlace: () => boolean;
} {
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  useLayoutEffect(() => {
    const kept = anchor.current;
    anchor.current = null;
    if (kept?.element.isConnected) scrollBy(0, kept.element.getBoundingClientRect().top - kept.top);
  }, [content]);
  const keepPlace = (): boolean => {
    const isReading = scrollY > 0 || list.current?.querySelector('details[open]') != null;
    anchor.current = isReading ? firstSeen(list.current) : null;
    return anchor.current !== null;
  };
  return { list, keepPlace };
}

function firstSeen(list: Element | null): Anchor | null {
  for (const element of list?.querySelectorAll('li') ?? []) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > barHeight) return { element, top };
  }
  return null;
}
