/* Every function exported here becomes a workflow type: nothing else belongs in this file. */
export { gallring } from './gallring.js';
export { insats } from './insats.js';
export { overlamning } from './overlamning.js';
export { remiss } from './remiss.js';
export { sammanstallning, utskick } from './utskick.js';
