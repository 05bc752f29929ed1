/**
 * Start tags that were read before: messages of a service repeat the same tags. All messages share tags without attributes,
 * up to a small size; tags with attributes are kept only for their message.
 */
import { type KnownTags, readTag, type ScannedTag, type TagContext } from "./tag.js";

/** The longest tag that is cached, in characters. */
export const MAX_CACHED_LENGTH = 400;
/** The most shared tags, and their characters: all memory that remains after a message. */
const MAX_SHARED_TAGS = 1_000;
const MAX_SHARED_CHARACTERS = 50_000;
/** The most tags that are cached for one document alone. */
const MAX_OWN_TAGS = 2_000;

function knownTags(isShared: boolean): KnownTags {
  return { tags: new Map(), isShared };
}

let outermost = knownTags(true);
let sharedTags = 0;
let sharedCharacters = 0;

function sharedIsFull(): boolean {
  return sharedTags >= MAX_SHARED_TAGS || sharedCharacters >= MAX_SHARED_CHARACTERS;
}

/** The tags of one document. */
export class DocumentTags {
  /** The known tags around its root. */
  readonly outermost: KnownTags;
  readonly #own = new Map<KnownTags, Map<string, ScannedTag>>();
  #ownTags = 0;

  constructor() {
    if (sharedIsFull()) {
      outermost = knownTags(true);
      sharedTags = 0;
      sharedCharacters = 0;
    }
    this.outermost = outermost;
  }

  /** The tag with this content, if it was read before. */
  known(content: string, around: KnownTags): ScannedTag | undefined {
    return around.tags.get(content) ?? this.#own.get(around)?.get(content);
  }

  /** Reads a tag. */
  read(content: string, context: TagContext): ScannedTag {
    const { scope, known } = context;
    const isShort = content.length <= MAX_CACHED_LENGTH;
    const tag = readTag(isShort ? copied(content) : content, context);
    const isShared = isShort && known.isShared && tag.attributes.length === 0 && !sharedIsFull();
    if (tag.scope !== scope) tag.within = knownTags(isShared);
    if (isShared) {
      sharedTags += 1;
      sharedCharacters += tag.content.length;
      known.tags.set(tag.content, tag);
    } else if (isShort) this.#keep(tag, known);
    return tag;
  }

  #keep(tag: ScannedTag, around: KnownTags): void {
    if (this.#ownTags >= MAX_OWN_TAGS) return;
    this.#ownTags += 1;
    const own = this.#own.get(around);
    if (own === undefined) this.#own.set(around, new Map([[tag.content, tag]]));
    else own.set(tag.content, tag);
  }
}

/** The same text without the text that it is a part of: engines keep the whole text of a part in memory. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
