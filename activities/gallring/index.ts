import { avslutaGallring } from './avsluta.js';
import { gallraPost, type Gallringsberoenden, type GallringspostInput } from './post.js';
import { vantandePoster } from './vantande.js';

/** The activities that carry out a gallring, as its workflow sees them. */
export interface Gallringsaktiviteter {
  vantandePoster(gallringId: string): Promise<GallringspostInput[]>;
  gallraPost(post: GallringspostInput): Promise<void>;
  avslutaGallring(gallringId: string): Promise<void>;
}

/** The activities bound to a database, a clock and the engine. */
export const createGallringsaktiviteter = (beroenden: Gallringsberoenden): Gallringsaktiviteter => ({
  vantandePoster: (id) => vantandePoster(beroenden.prisma, id),
  gallraPost: (post) => gallraPost(beroenden, post),
  avslutaGallring: (id) => avslutaGallring(beroenden, id),
});
