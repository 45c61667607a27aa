// A button that says why it cannot be pressed. It stays in the order of the keyboard, because somebody who cannot see
// the page has to find out as well; pressing it does nothing but say the reason.
import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface ReasonedProps extends ButtonProps {
  /** Null: it can be pressed. */
  readonly reason: string | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function ButtonWithReason({ reason, onClick, children, ...looks }: ReasonedProps) {
  const id = useId();
  if (reason === null)
    return (
      <Button onClick={onClick} {...looks}>
        {children}
      </Button>
    );
  return (
    <Tooltip label={reason} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...looks}
        data-disabled
        aria-disabled="true"
        aria-describedby={id}
        onClick={(e) => e.preventDefault()}
      >
        {children}
        <span id={id} className="only-heard">
          {reason}
        </span>
      </Button>
    </Tooltip>
  );
}
