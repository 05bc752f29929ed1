/** Changes of a text: of its characters, and of the markup in it. */
import type { Random } from "./random.js";

/** Pieces that are special in messages, MIME parts and schemas. */
const TOKENS = (
  "<|>|/>|</|&|;|&lt;|&amp;|&#65;|&#x1F600;|&#0;|&#xD800;|&bogus;|]]>|<![CDATA[|<!--|-->|--|<?|?>|<?xml version='1.0'?>|" +
  "<!DOCTYPE a>|'|\"|=|:| |\t|\r|\n|\r\n|--boundary|--boundary--|cid:a|#1|xmlns=''|xmlns:p='urn:p'|xmlns:p=''|p:|xml:|xmlns:|" +
  "xsi:nil='true'|xsi:type='p:x'|href='#1'|id='1'|e:arrayType='x[2]'|e:offset='[1]'|e:position='[1]'|e:arraySize='* 2'|" +
  "0|-1|1e9|9999999999999999999|NaN|INF|true|2026-11-28T00:00:00Z|PT1S|TWFu|0F|" +
  "\u0000|\u0001|\u007f|\u0085|\u00a0|\u2028|\ufeff|\ufffe|\uffff|\ud83d\ude00|é|_|-|.|__proto__|constructor|unbounded|" +
  "minOccurs='0'|maxOccurs='99999999'|base='tns:a'|type='tns:a'|ref='tns:a'|name='a'|[]|[1,2]|{|}|*|+|("
).split("|");

/** One to four changes of characters. */
export function mutateText(text: string, random: Random): string {
  let result = text;
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(result.length + 1);
    const length = random.below(random.below(4) === 0 ? 40 : 4);
    switch (random.below(5)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + random.pick(TOKENS) + result.slice(at + length);
        break;
      case 2:
        result = result.slice(0, at) + random.pick(TOKENS) + result.slice(at);
        break;
      case 3: {
        const from = random.below(result.length + 1);
        result = result.slice(0, at) + result.slice(from, from + length) + result.slice(at);
        break;
      }
      default:
        result = random.below(4) === 0 ? result.slice(0, at) : flipped(result, at, random);
    }
  }
  return result;
}

function flipped(text: string, at: number, random: Random): string {
  const code = (text.charCodeAt(at) || 0x20) ^ (1 << random.below(7));
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
}

/** A tag, a text between tags, or an attribute. */
const MARKUP = /<[^<>]*>|[^<>]+/g;
const ATTRIBUTE = /\s[\w:.-]+=(?:"[^"]*"|'[^']*')/g;

/** One to four changes of tags, texts and attributes; the result is often still well-formed. */
export function mutateStructure(text: string, random: Random): string {
  const pieces = text.match(MARKUP) ?? [text];
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(pieces.length);
    const other = random.below(pieces.length);
    const [one = "", two = ""] = [pieces[at], pieces[other]];
    switch (random.below(6)) {
      case 0: {
        const [from, to] = elementAt(pieces, at);
        pieces.splice(from, to - from);
        if (pieces.length === 0) pieces.push("");
        break;
      }
      case 1: {
        const [from, to] = elementAt(pieces, other);
        pieces.splice(at, 0, ...pieces.slice(from, to));
        break;
      }
      case 2:
        if (!one.startsWith("<")) pieces[at] = random.pick(TOKENS);
        break;
      case 3: {
        const attributes = two.startsWith("<") ? (two.match(ATTRIBUTE) ?? []) : [];
        if (attributes.length === 0 || !/^<[^/?!]/.test(one)) break;
        pieces[at] = one.replace(/\/?>$/, (end) => random.pick(attributes) + end);
        break;
      }
      case 4:
        pieces[at] = one.replace(ATTRIBUTE, (attribute) =>
          random.below(3) === 0 ? "" : attribute.replace(/=.*/s, `="${random.below(100)}"`),
        );
        break;
      default: {
        const [from, to] = elementAt(pieces, at);
        // A few are large, to find work that is more than linear.
        const most = random.below(100) === 0 ? 5_000 : 100;
        const copies = Math.min(random.below(50), Math.ceil(most / (to - from)));
        const element = pieces.slice(from, to);
        for (let copy = 0; copy < copies; copy++) pieces.splice(from, 0, ...element);
      }
    }
  }
  return pieces.join("");
}

/** The pieces of an element: from its start tag up to its end tag, if both are there; else one piece. */
function elementAt(pieces: readonly string[], at: number): [from: number, to: number] {
  const start = pieces[at] ?? "";
  if (!/^<[^/?!]/.test(start) || start.endsWith("/>")) return [at, at + 1];
  let depth = 0;
  for (let index = at; index < pieces.length; index++) {
    const piece = pieces[index] ?? "";
    if (piece.startsWith("</")) depth -= 1;
    else if (/^<[^?!]/.test(piece) && !piece.endsWith("/>")) depth += 1;
    if (depth === 0) return [at, index + 1];
  }
  return [at, at + 1];
}
