// The thread in which pictures are laid out, so that the page goes on meanwhile. It answers a drawing with its places.
import { layOut, type Drawing } from './mesh-layout.ts';

addEventListener('message', ({ data }: MessageEvent<Drawing>) => postMessage(layOut(data)));
