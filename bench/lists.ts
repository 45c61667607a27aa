// lists: how long pages of lists take with a million agreements, held against the same pages with a thousand: the whole
// list from its beginning and from somewhere within, filtered by product, team, consumer and resource, and an approver's
// inbox.
import { openCompanies } from './company.ts';
import type { Figure } from './figure.ts';
import { slowestOf, type Pages } from './pages.ts';

export async function lists(): Promise<Figure> {
  await using companies = await openCompanies();
  return await slowestOf('lists', companies, pages, 'bob');
}

const pages: Pages = {
  'first page': () => '/api/access?pageSize=50',
  'page within': ({ position }) => `/api/access?after=${position}&pageSize=50`,
  'of a product': ({ product }) => `/api/access?providerDataProductId=${product}&pageSize=50`,
  'of a team': ({ team }) => `/api/access?consumerTeamId=${team}&pageSize=50`,
  // As many as it has in the small company as well.
  'of a consumer': ({ consumerProduct }) =>
    `/api/access?consumerDataProductId=${consumerProduct}&pageSize=20`,
  'of all people': ({ position }) => `/api/access?consumerType=user&after=${position}&pageSize=50`,
  'of a resource and a team': ({ resource, team }) =>
    `/api/access?resource=${encodeURIComponent(resource)}&consumerTeamId=${team}&pageSize=50`,
  'the inbox': () => '/api/inbox?limit=10',
};
