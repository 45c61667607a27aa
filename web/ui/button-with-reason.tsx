// A button that says why it cannot be pressed. It stays in the order of the keyboard, because somebody who cannot see
// the page has to find out as well; pressing it does nothing but say the reason. What floats beside it is loaded when
// the first of them is on a page: most pages have none, and the library that places it is large.
import { Button, type ButtonProps } from '@mantine/core';
import { lazy, Suspense, useId, type ReactNode } from 'react';

interface ReasonedProps extends ButtonProps {
  /** Null: it can be pressed. */
  readonly reason: string | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

const Hint = lazy(() => import('./hint.tsx').then(({ Hint }) => ({ default: Hint })));

export function ButtonWithReason({ reason, onClick, children, ...looks }: ReasonedProps) {
  const id = useId();
  if (reason === null)
    return (
      <Button onClick={onClick} {...looks}>
        {children}
      </Button>
    );
  const button = (
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
  );
  return (
    <Suspense fallback={button}>
      <Hint label={reason}>{button}</Hint>
    </Suspense>
  );
}
