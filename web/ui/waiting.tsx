// What stands where something is still on its way: grey shapes of about its size, so that nothing jumps when it comes.
import { Skeleton, Stack } from '@mantine/core';

export function WaitingRows({ rows = 3, height = 96 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="sm" aria-busy="true">
      {Array.from({ length: rows }, (_, nth) => (
        <Skeleton key={nth} height={height} radius="md" />
      ))}
    </Stack>
  );
}

export function WaitingPage() {
  return (
    <Stack gap="lg" maw={1080} mx="auto" w="100%" aria-busy="true">
      <Skeleton height={34} width="min(420px, 80%)" />
      <Skeleton height={220} radius="md" />
      <Skeleton height={160} radius="md" />
    </Stack>
  );
}
