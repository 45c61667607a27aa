// A button that says why it cannot be pressed. It stays in the order of the keyboard, because somebody who cannot see
// the page has to find out as well; pressing it does nothing but say the reason. What floats beside it is loaded when
// somebody wants to read it: the library that finds a place for it is large, and most buttons can be pressed.
import { Button, type ButtonProps } from '@mantine/core';
import { lazy, Suspense, useId, useRef, useState, type ReactNode } from 'react';

interface ReasonedProps extends ButtonProps {
  /** Null: it can be pressed. */
  readonly reason: string | null;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

const Hint = lazy(() => import('./hint.tsx').then(({ Hint }) => ({ default: Hint })));

export function ButtonWithReason({ reason, onClick, children, ...looks }: ReasonedProps) {
  if (reason === null)
    return (
      <Button onClick={onClick} {...looks}>
        {children}
      </Button>
    );
  return (
    <Refusing reason={reason} {...looks}>
      {children}
    </Refusing>
  );
}

function Refusing({ reason, children, ...looks }: Omit<ReasonedProps, 'onClick'> & { reason: string }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isRead, setRead] = useState<boolean | null>(null);
  return (
    <>
      <Button
        {...looks}
        ref={button}
        data-disabled
        aria-disabled="true"
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
        onPointerEnter={() => setRead(true)}
        onPointerLeave={() => setRead(false)}
        onFocus={() => setRead(true)}
        onBlur={() => setRead(false)}
        onKeyDown={(event) => event.key === 'Escape' && setRead(false)}
      >
        {children}
        <span id={id} className="only-heard">
          {reason}
        </span>
      </Button>
      {isRead !== null && (
        <Suspense>
          <Hint label={reason} about={button} isShown={isRead} />
        </Suspense>
      )}
    </>
  );
}
