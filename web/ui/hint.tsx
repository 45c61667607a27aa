// A sentence that floats beside what it is about. It brings a library along that knows where there is room, so it is
// loaded when it is first shown; when that is, knows whatever it is about. It stays in the landmark that it belongs to.
import { Tooltip } from '@mantine/core';
import type { RefObject } from 'react';

interface HintProps {
  readonly label: string;
  readonly about: RefObject<HTMLElement | null>;
  readonly isShown: boolean;
}

export function Hint({ label, about, isShown }: HintProps) {
  return <Tooltip label={label} target={about} opened={isShown} withinPortal={false} />;
}
