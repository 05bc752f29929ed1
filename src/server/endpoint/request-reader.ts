/** A SOAP request, decoded while it is scanned: which operation is meant, and what its Header and Body hold. */
import {
  type DecodeRun,
  ElementFrame,
  type Frame,
  FrameReader,
  MultiReferenceFrame,
  messageFrame,
  partsFrame,
  skipped,
} from "../../codec/index.js";
import type { PartSource } from "../../mime/index.js";
import { ENVELOPE_NAMESPACE, type Operation, type SoapVersion } from "../../schema/index.js";
import {
  type ExpandedName,
  elementOf,
  NamespaceScope,
  type StartTag,
  type XmlElement,
} from "../../xml/index.js";
import type { Entry } from "../operation-index.js";
import type { ServiceDefinition } from "../service-definition.js";
import type { Values } from "../values.js";
import { refuseHeaders } from "./must-understand.js";

/** The service does not take this media type for this envelope: status 415. */
export class UnsupportedMediaType extends Error {}

export interface SoapRequest {
  readonly version: SoapVersion;
  readonly entry: Entry;
  readonly header: Values | undefined;
  readonly headerBlocks: readonly XmlElement[];
  readonly values: Values;
}

/** What HTTP says of a request. */
export interface Carried {
  /** Without its quotes; `undefined` where there is none. */
  readonly action: string | undefined;
  /** The version that the media type is of. */
  readonly mediaVersion: SoapVersion;
  readonly text: string;
  /** What travels beside the envelope; `undefined` for nothing. */
  readonly parts: PartSource | undefined;
}

export class RequestReader extends FrameReader {
  readonly #blocks: XmlElement[] = [];
  #version: SoapVersion | undefined;
  #entry: Entry | undefined;
  #header: Values | undefined;
  #values: Values = {};

  constructor(
    private readonly service: ServiceDefinition,
    private readonly carried: Carried,
  ) {
    super();
  }

  /** That of the envelope; of the media type as long as there is none. */
  get version(): SoapVersion {
    return this.#version ?? this.carried.mediaVersion;
  }

  /** What was read. @throws ServiceFault where an operation needs more than no Body */
  end(): SoapRequest {
    if (this.#entry === undefined) this.#content(undefined).close();
    const entry = this.#entry ?? this.#pick(undefined);
    return {
      version: this.version,
      entry,
      header: this.#header,
      headerBlocks: this.#blocks,
      values: this.service.profile.complete(entry.operation.input, this.#values),
    };
  }

  get #versions(): readonly SoapVersion[] {
    return this.service.versions;
  }

  /** @throws ServiceFault, UnsupportedMediaType */
  protected override root({ name }: StartTag): Frame {
    const { namespace, local } = name;
    const version = versionOf(namespace);
    if (local !== "Envelope" || version === undefined || !this.#versions.includes(version)) {
      // A 1.1 message is told in its own words (SOAP 1.2 part 1 appendix A).
      if (version !== undefined) this.#version = "soap11";
      throw this.service.profile.otherRoot(name, this.version, this.#versions);
    }
    this.#version = version;
    if (version === "soap11" && this.carried.mediaVersion === "soap12")
      throw new UnsupportedMediaType();
    return {
      child: ({ name: child }) => {
        if (child.namespace !== namespace) return skipped;
        if (child.local === "Body" && this.#entry === undefined) return this.#body();
        return child.local === "Header" ? this.#headerFrame() : skipped;
      },
      text() {},
      close() {},
    };
  }

  #headerFrame(): Frame {
    return {
      child: (tag) => {
        const block = elementOf(tag);
        this.#blocks.push(block);
        return new ElementFrame(block);
      },
      text() {},
      close() {},
    };
  }

  /** The Body's first element says what is in it. */
  #body(): Frame {
    let content: Frame | undefined;
    return {
      child: (tag) => {
        content ??= this.#content(tag.name);
        return content.child(tag);
      },
      text() {},
      close: () => {
        content ??= this.#content(undefined);
        content.close();
      },
    };
  }

  #pick(body: ExpandedName | undefined): Entry {
    const { profile, index } = this.service;
    const entry = profile.pick(index, { version: this.version, body, action: this.carried.action });
    this.#entry = entry;
    refuseHeaders(this.service, entry.operation, this.#blocks, this.version);
    return entry;
  }

  #content(body: ExpandedName | undefined): Frame {
    const { operation } = this.#pick(body);
    const { text, parts } = this.carried;
    const run = { ...this.service.profile.reading(operation, text), parts };
    this.#readHeader(operation, run);
    const { input } = operation;
    if ("parts" in input) {
      const frame = partsFrame(input, run, "Body", (values) => {
        this.#values = values;
      });
      return input.encoded === true ? new MultiReferenceFrame(frame, undefined) : frame;
    }
    const { element, namespace, encoded } = input;
    if (encoded !== true && (body?.local !== element || body.namespace !== namespace)) {
      const { action } = this.carried;
      this.service.profile.otherBody(operation, { version: this.version, body, action });
      return skipped;
    }
    let first = true;
    const frame: Frame = {
      child: (tag) => {
        if (!first) return skipped;
        first = false;
        return messageFrame(input, run, tag, (values) => {
          this.#values = values;
        });
      },
      text() {},
      close() {},
    };
    return encoded === true ? new MultiReferenceFrame(frame, element) : frame;
  }

  #readHeader({ headers }: Operation, run: DecodeRun): void {
    if (headers?.input === undefined || this.#blocks.length === 0) return;
    // A Header may hold more than the contract says: that is no deviation.
    const tolerant: DecodeRun = {
      onDeviation() {},
      onViolation: (violation, found) => run.onViolation(violation, found),
    };
    const frame = partsFrame(headers.input, tolerant, "Header", (values) => {
      this.#header = values;
    });
    for (const block of this.#blocks) play(block, frame);
    frame.close();
  }
}

function versionOf(namespace: string): SoapVersion | undefined {
  if (namespace === ENVELOPE_NAMESPACE.soap11) return "soap11";
  return namespace === ENVELOPE_NAMESPACE.soap12 ? "soap12" : undefined;
}

/** Gives a frame an element that was kept; the scanner has bounded how deep it nests. */
function play(element: XmlElement, parent: Frame): void {
  const { name, attributes, scope = NamespaceScope.outermost() } = element;
  const frame = parent.child({ name, attributes, scope });
  for (const child of element.children) {
    if (typeof child === "string") frame.text(child);
    else play(child, frame);
  }
  frame.close();
}
