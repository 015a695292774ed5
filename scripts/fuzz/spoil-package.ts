import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Random } from "./random.js";

/** One way to spoil a workbook file: some hit the zip, some the XML inside a zip that stays whole. */
type Spoiler = (bytes: Uint8Array, random: Random) => Uint8Array;

const spoilBytes: Spoiler = (bytes, random) => {
  const spoiled = bytes.slice();
  for (let times = 1 + random.below(20); times > 0; times--) spoiled[random.below(spoiled.length)] = random.below(256);
  return spoiled;
};

const cutShort: Spoiler = (bytes, random) => bytes.slice(0, random.below(bytes.length));

const repeatPiece: Spoiler = (bytes, random) => {
  const from = random.below(bytes.length);
  const piece = bytes.slice(from, from + random.below(2000));
  const at = random.below(bytes.length);
  const joined = new Uint8Array(bytes.length + piece.length);
  joined.set(bytes.subarray(0, at));
  joined.set(piece, at);
  joined.set(bytes.subarray(at), at + piece.length);
  return joined;
};

const spoilXml: Spoiler = (bytes, random) => {
  const parts = unzipSync(bytes);
  const name = random.pick(Object.keys(parts).filter((path) => /\.(xml|rels)$/.test(path)));
  let text = strFromU8(parts[name] ?? new Uint8Array());
  for (let times = 1 + random.below(6); times > 0; times--) text = random.pick(textSpoilers)(text, random);
  return zipSync({ ...parts, [name]: strToU8(text) }, { level: 1 });
};

const dropPart: Spoiler = (bytes, random) => {
  const parts = unzipSync(bytes);
  const gone = random.pick(Object.keys(parts));
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone)), { level: 1 });
};

/** Things that do not belong into the XML of a workbook. */
const strangers = [
  "&x;",
  "<!DOCTYPE a [<!ENTITY b 'c'>]>",
  "</worksheet>",
  "<c r='XFD1048576'><v>1</v></c>",
  "<mergeCell ref='A1:XFD1048576'/>",
  "\u0000",
  "]]>",
  "1e309",
  "NaN",
  "-9007199254740993",
  "=A1:A1048576",
  "__proto__",
  "𠮷".repeat(50),
];

const textSpoilers: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + random.below(200));
  },
  (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + random.pick(strangers) + text.slice(at);
  },
  (text, random) => replaceOne(text, /\d+/g, random, () => String(random.pick([0, 1, 65535, 4294967296, 99999999999]))),
  (text, random) => replaceOne(text, /"[^"]*"/g, random, () => JSON.stringify(random.pick(strangers))),
  (text, random) => replaceOne(text, />[^<]+</g, random, () => `>${random.pick(strangers)}<`),
];

function replaceOne(text: string, pattern: RegExp, random: Random, made: () => string): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const place = random.pick(places);
  return text.slice(0, place.index) + made() + text.slice(place.index + place[0].length);
}

/** Most files get spoiled XML in a whole zip: that reaches deepest. */
const spoilers: readonly Spoiler[] = [
  spoilXml,
  spoilXml,
  spoilXml,
  spoilXml,
  spoilBytes,
  cutShort,
  repeatPiece,
  dropPart,
];

export function spoilPackage(bytes: Uint8Array, random: Random): Uint8Array {
  return random.pick(spoilers)(bytes, random);
}
