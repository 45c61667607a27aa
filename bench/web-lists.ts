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

/** Pages of as many things as the small company has as well: what is measured is finding them, not writing more of them. */
const pages: Pages = {
  inbox: () => '/api/inbox?limit=5',
  catalog: () => '/api/catalog',
  'catalog, searched': ({ product }) => `/api/catalog?q=${product}`,
  'catalog of a team': ({ owner }) => `/api/catalog?owner=${owner}&limit=10`,
  'facets, searched': ({ product }) => `/api/catalog/facets?q=${product}`,
  'who has access': ({ resource }) => `/api/resources/${id(resource)}/access?limit=10`,
  standing: ({ resource }) => `/api/resources/${id(resource)}/standing`,
  'my access': () => '/api/me/access',
  'of a team': ({ team }) => `/api/teams/${team}/access`,
  'near a product': ({ product }) =>
    `/api/graph/neighbourhood?of=data-product:${product}&way=both&steps=1&limit=25`,
  'an agreement': ({ access }) => `/api/access/${access}?include=context`,
};
