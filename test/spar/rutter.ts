import type { Express } from 'express';

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every route of the application as `GET /address`, as it is written in the routers. */
export function rutter(app: Express): string[] {
  const within = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return within(handle?.stack ?? []);
      const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
      return methods.flatMap((method) => [route.path].flat().map((path) => `${method} ${path}`));
    });
  return [...new Set(within((app as unknown as { router: { stack: readonly Layer[] } }).router.stack))].toSorted();
}

/** Every address that the application answers a GET of. */
export const getRutter = (app: Express): string[] =>
  rutter(app).flatMap((rutt) => (rutt.startsWith('GET ') ? [rutt.slice(4)] : []));
