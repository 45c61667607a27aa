import { Page } from '../ui/page.tsx';

export function MeshPage() {
  return <Page title="Mesh">…</Page>;
}
