/** PNG (W3C, third edition) of at most sixteen colours, four bits a pixel, packed by fflate: the same bytes everywhere. */
import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED = 3;
const BITS = 4;

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = BITS;
  data[9] = INDEXED;
  return data;
}

/** Rows of two pixels a byte, each behind the number of its filter: none. */
function packed(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const length = width / 2 + 1;
  const rows = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    const from = y * width;
    const to = y * length + 1;
    for (let x = 0; x < width; x += 2)
      rows[to + x / 2] = (pixels[from + x]! << 4) | pixels[from + x + 1]!;
  }
  return rows;
}

/**
 * @param width an even number of pixels
 * @param pixels one a byte, in rows: its place in the palette
 * @param palette at most sixteen colours: red, green, blue
 */
export function indexedPng(
  width: number,
  height: number,
  pixels: Uint8Array,
  palette: readonly (readonly number[])[],
): Uint8Array {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', zlibSync(packed(width, height, pixels), { level: 6 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
