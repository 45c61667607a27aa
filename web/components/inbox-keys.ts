// The inbox by keyboard alone: j and k walk, Enter opens, a and r decide, x chooses and Shift with x chooses all up to
// here. Whoever is typing, or stands on a link or button, means that and not the list.
import { useEffect } from 'react';

export interface InboxKeys {
  readonly walk: (by: 1 | -1) => void;
  readonly open: () => void;
  readonly approve: () => void;
  readonly reject: () => void;
  readonly choose: () => void;
  readonly chooseUpToHere: () => void;
}

/** @param deeds null while the keys mean nothing. */
export function useInboxKeys(deeds: InboxKeys | null): void {
  useEffect(() => {
    if (!deeds) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const deed = deedOf(event.key, deeds);
      if (!deed || (event.key === 'Enter' && isOnControl(event))) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

function deedOf(key: string, deeds: InboxKeys): (() => void) | undefined {
  switch (key) {
    case 'j':
      return () => deeds.walk(1);
    case 'k':
      return () => deeds.walk(-1);
    case 'Enter':
    case 'o':
      return deeds.open;
    case 'a':
      return deeds.approve;
    case 'r':
      return deeds.reject;
    case 'x':
      return deeds.choose;
    case 'X':
      return deeds.chooseUpToHere;
    default:
      return undefined;
  }
}

function isTyping({ target }: KeyboardEvent): boolean {
  const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
  return target instanceof HTMLElement && target.closest(fields) !== null;
}

function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary, input') !== null;
}
