import { processPicture } from './docs/process-picture.js';

// npm run build && node dist/bin/process-picture.js: what stands in the README's mermaid block
console.log(processPicture());
