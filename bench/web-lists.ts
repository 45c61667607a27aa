// web_lists: what the pages of the web app ask for, with a hundred thousand resources and a million agreements, held
// against the same with a hundred and a thousand: inbox, catalog (from its beginning, searched, narrowed, its facets), a
// resource with who has access, what a person and a team have, and the neighbourhood of a product in the mesh.
import { openCompanies } from './company.ts';
import type { Figure } from './figure.ts';
import { slowestOf, type Pages } from './pages.ts';

export async function webLists(): Promise<Figure> {
  await using companies = await openCompanies();
  return await slowestOf('web_lists', companies, pages, 'bob');
}

const id = encodeURIComponent;

const pages: Pages = {
  // As many as wait in the small company as well.
  inbox: () => '/api/inbox?limit=5',
  catalog: () => '/api/catalog',
  'catalog, searched': ({ product }) => `/api/catalog?q=${product}`,
  'catalog of a team': ({ owner }) => `/api/catalog?owner=${owner}`,
  'facets, searched': ({ product }) => `/api/catalog/facets?q=${product}`,
  'who has access': ({ resource }) => `/api/resources/${id(resource)}/access`,
  standing: ({ resource }) => `/api/resources/${id(resource)}/standing`,
  'my access': () => '/api/me/access',
  'of a team': ({ team }) => `/api/teams/${team}/access`,
  // So few things that both companies have as many: what is measured is finding them.
  'near a product': ({ product }) =>
    `/api/graph/neighbourhood?of=data-product:${product}&way=both&steps=1&limit=25`,
  'an agreement': ({ access }) => `/api/access/${access}?include=context`,
};
