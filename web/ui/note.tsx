// Something that one should know before going on, which is no mistake of anybody: a frame that catches the eye, and words
// as dark as all the others, because the library's yellow on white cannot be read.
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export function Note({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <Alert color="yellow" variant="outline" icon={<Icon name="warn" />}>
      {title && <strong>{title}</strong>}
      {children}
    </Alert>
  );
}
