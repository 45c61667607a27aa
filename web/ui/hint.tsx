// A sentence that floats beside what it is about, for whoever points at it, reaches it by keyboard, or touches it. It
// brings a library along that knows where there is room, so whoever needs it loads it late.
import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

export function Hint({ label, children }: { label: string; children: ReactElement }) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: true }}>
      {children}
    </Tooltip>
  );
}
