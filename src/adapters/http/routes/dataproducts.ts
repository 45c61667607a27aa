// /api/dataproducts: data products in ODPS or DPS. Wire compatible with the Entropy API.
import { deleteDataProduct } from '../../../app/delete-data-product.ts';
import { putDataProduct } from '../../../app/put-data-product.ts';
import type { CatalogDeps } from '../catalog-deps.ts';
import type { Server } from '../server.ts';
import { dataProductBody } from '../wire/catalog.ts';
import { publishedRoute, publishedRoutes, type Published } from './published.ts';

export function dataProductRoutes(server: Server, deps: CatalogDeps): void {
  const published: Published = {
    noun: 'dataproducts',
    word: 'data product',
    tags: ['Data Products'],
    reads: deps.reads.products,
    body: dataProductBody,
    notFound: 'dataproduct_not_found',
    putDescription,
    deleteDescription:
      'No active access may lead to it or from it. Its output ports go with it, and what is asked and not decided is withdrawn.',
    put: putDataProduct(deps.ports),
    remove: deleteDataProduct(deps.ports),
  };
  publishedRoutes(server, deps, published);
  publishedRoute(server, published);
}

const putDescription = `The document is kept and given back as it was sent. Its output ports become resources that access can be
asked for; one that is not in the document any more is gone, and access to it ends. \`autoApprove: true\` means that requests are
granted at once; without it the organization's default holds, until an owner sets the policy of the port by hand. Where the
server of a port is a target of this installation, the port is bound to it, if the caller may do that.`;
