import type { Express } from 'express';

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every address that the application answers a GET of, as it is written in the routers. */
export function getRutter(app: Express): string[] {
  const within = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (route) return route.methods['get'] ? [route.path].flat() : [];
      return within(handle?.stack ?? []);
    });
  return [...new Set(within((app as unknown as { router: { stack: readonly Layer[] } }).router.stack))].toSorted();
}
