// Whoever goes elsewhere with something unsaved is asked first: within the app in its own words, and where they close the
// tab or reload it by the browser. The way to the door is not held up, because whoever is signed out can save nothing.
import { Button, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Dialog } from '../ui/dialog.tsx';

interface AskProps {
  readonly isUnsaved: boolean;
  readonly title: string;
  readonly hint: string;
  readonly stay: string;
  readonly leave: string;
  readonly onLeave: () => void;
}

export function AskBeforeLeaving({ isUnsaved, title, hint, stay, leave, onLeave }: AskProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isUnsaved && next.pathname !== current.pathname && next.pathname !== paths.signIn(),
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog
      title={title}
      onEscape={reset}
      ways={
        <>
          <Button autoFocus onClick={reset}>
            {stay}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              onLeave();
              proceed();
            }}
          >
            {leave}
          </Button>
        </>
      }
    >
      <Text>{hint}</Text>
    </Dialog>
  );
}
