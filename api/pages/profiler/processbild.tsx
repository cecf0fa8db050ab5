import type { VNode } from 'preact';
import type { Insatsprofil } from '../../../domain/insatsprofil.js';
import { ARBETE, processbild, type Processbild, type Ruta } from '../../../domain/processbild.js';
import { Utfallbar } from '../../components/utfallbar.js';
import { layout, type Box } from './bildlayout.js';

/** A box that scrolls sideways is reached by keyboard. */
const SCROLLER = { role: 'region', 'aria-label': 'Bild av processen', tabindex: 0 } as const;

function BoxBild({ box }: { box: Box }): VNode {
  const middle = box.x + box.bredd / 2;
  return (
    <g class={box.id === 'stangd' ? 'processbild__slut' : undefined}>
      <rect class="processbild__ruta" x={box.x} y={box.y} width={box.bredd} height={box.hojd} rx={6} />
      <text class="processbild__namn" x={middle} y={box.y + (box.stangs ? 18 : 25)} text-anchor="middle">
        {box.namn}
      </text>
      {box.stangs && (
        <text class="processbild__not" x={middle} y={box.y + 33} text-anchor="middle">
          kan stängas
        </text>
      )}
    </g>
  );
}

const nameOf = (bild: Processbild, ruta: Ruta): string =>
  ruta === ARBETE
    ? bild.arbetsrutor.map(({ namn }) => namn).join(', ')
    : ([...bild.rutor, ...bild.arbetsrutor].find(({ id }) => id === ruta)?.namn ?? ruta);

/** Every way in words: the same picture for those who hear it, and for those who want to know which decision it is. */
function Vagar({ bild }: { bild: Processbild }): VNode {
  const starts = [...new Set(bild.pilar.map(({ fran }) => fran))];
  return (
    <ul>
      {starts.map((fran) => (
        <li key={fran}>
          Från {nameOf(bild, fran)}:
          <ul>
            {bild.pilar
              .filter((pil) => pil.fran === fran)
              .map(({ till, ord }) => (
                <li key={till}>
                  {ord.join(', ')} → {nameOf(bild, till)}
                </li>
              ))}
          </ul>
        </li>
      ))}
      <li>
        Mellan {nameOf(bild, ARBETE)}: {bild.rorelse.join(', ')}
      </li>
    </ul>
  );
}

/** The process that a profile gives, drawn from the one table of transitions, with the same in words below. */
export function ProcessbildVy({ profil, id }: { profil: Insatsprofil; id: string }): VNode {
  const bild = processbild(profil);
  const { bredd, hojd, boxar, linjer } = layout(bild);
  return (
    <>
      <div class="processbild" {...SCROLLER}>
        <svg
          viewBox={`0 0 ${bredd} ${hojd}`}
          width={bredd}
          height={hojd}
          role="img"
          aria-labelledby={`${id}-titel`}
          focusable="false"
        >
          <title id={`${id}-titel`}>Processen i {profil.namn}. Samma sak står i ord under bilden.</title>
          <defs>
            <marker
              id={`${id}-pil`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path class="processbild__spets" d="M0 0L8 4L0 8z" />
            </marker>
          </defs>
          {linjer.map((linje) => (
            <path
              key={linje.id}
              class={`processbild__linje${linje.bakat ? ' processbild__linje--bakat' : ''}`}
              d={linje.d}
              marker-end={`url(#${id}-pil)`}
            >
              <title>{linje.titel}</title>
            </path>
          ))}
          {boxar.map((box) => (
            <BoxBild key={box.id} box={box} />
          ))}
        </svg>
      </div>
      <Utfallbar rubrik="Vägarna i ord">
        <Vagar bild={bild} />
      </Utfallbar>
    </>
  );
}
