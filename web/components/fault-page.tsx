// Stands where a page could not be shown at all. Whoever is not signed in any more is sent to sign in, and comes back.
// While nobody answers at all it tries again by itself, so that the page is there as soon as the server is.
import { Button, Group } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Navigate, useLocation, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { asFault, isPassing, isSignedOut } from '../api/fault.ts';
import { paths } from '../paths.ts';
import { Nothing } from '../ui/nothing.tsx';
import { useWords } from '../words/words.tsx';
import { ButtonLink } from './links.tsx';
import { FaultNote } from './fault-note.tsx';

const againMs = 4000;

export function FaultPage({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const { href } = useLocation();
  useEffect(() => reset(), [reset]);
  const { status } = asFault(error);
  const isAway = isPassing(error);
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => void router.invalidate(), againMs);
    return () => clearInterval(timer);
  }, [router, isAway]);
  if (isSignedOut(error)) return <Navigate to={paths.signIn()} search={{ returnTo: href }} replace />;
  if (status === 404) return <NothingHere />;
  return <FaultNote error={error} retry={() => void router.invalidate()} />;
}

/** For addresses of nothing. */
export function NothingHere() {
  const words = useWords();
  return (
    <Nothing order={1} icon="search" title={words.faults.notFound} hint={words.faults.notFoundFix}>
      <Group mt="sm">
        <ButtonLink to={paths.inbox()}>{words.faults.toInbox}</ButtonLink>
        <Button variant="default" onClick={() => history.back()}>
          {words.faults.back}
        </Button>
      </Group>
    </Nothing>
  );
}
