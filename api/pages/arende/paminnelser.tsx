import type { VNode } from 'preact';
import type { Sidram } from '../../http/page-frame.js';
import type { Paminnelser } from '../../queries/paminnelser.js';
import { Paminnelsetabeller } from '../paminnelser/tabeller.js';
import { ArendeRam } from './ram.js';
import type { Arendevy } from './vy.js';

export interface PaminnelserPageProps {
  readonly vy: Arendevy;
  readonly paminnelser: Paminnelser;
  readonly ram: Sidram;
}

/** `/arenden/<nr>/paminnelser`: what is to be reminded of and whom, and what became of each reminder; for who leads the case. */
export function PaminnelserPage({ vy, paminnelser, ram }: PaminnelserPageProps): VNode {
  return (
    <ArendeRam vy={vy} flik="paminnelser" ram={ram}>
      <h2>Påminnelser</h2>
      <Paminnelsetabeller paminnelser={paminnelser} idag={vy.idag} />
    </ArendeRam>
  );
}
