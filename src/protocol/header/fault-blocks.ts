/** Header blocks that SOAP 1.2 adds to faults about the envelope and the Header (part 1 §5.4.7, §5.4.8). */
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import { expanded, PrefixDeclarations } from "../../xml/index.js";

/** Names a block that was not understood, `{namespace}local`; the envelope declares the prefix `soap`. */
export function notUnderstoodBlock(name: string): string {
  const prefixes = new PrefixDeclarations();
  const qname = prefixes.spell(expanded(name));
  return `<soap:NotUnderstood${prefixes.attributes} qname="${qname}"/>`;
}

/** Names the versions that a node supports. */
export function upgradeBlock(versions: readonly SoapVersion[]): string {
  const envelopes = versions.map(
    (version) =>
      `<u:SupportedEnvelope xmlns:e="${ENVELOPE_NAMESPACE[version]}" qname="e:Envelope" />`,
  );
  return `<u:Upgrade xmlns:u="${ENVELOPE_NAMESPACE.soap12}">${envelopes.join("")}</u:Upgrade>`;
}
