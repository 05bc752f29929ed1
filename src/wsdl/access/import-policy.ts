/**
 * Decides which documents a WSDL may import. Its author may be a stranger: its locations must lead neither to the files of
 * the user nor to other hosts of the user's network.
 */
import { realpath } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { isRemote } from "../documents/resolve-location.js";
import { WsdlError } from "../errors.js";

/** Hosts and folders from which a WSDL may import documents, in addition to its origin or folder. */
export interface ImportOptions {
  /**
   * Further hosts, `host` or `host:port`. Default: a downloaded WSDL may import from its own origin (scheme, host and port), a
   * local one from no host. Risk: a WSDL can cause requests to all servers at these hosts.
   */
  readonly allowImportHosts?: readonly string[];
  /**
   * Further folders, with the folders in them. Default: a local WSDL may import from its own folder and the folders in it; a
   * downloaded one never imports files.
   */
  readonly allowImportFolders?: readonly string[];
}

const NOT_HTTP =
  "is not an http or https URL, and is not read: a downloaded document can import nothing else.";

export class ImportPolicy {
  readonly #entry: string;
  readonly #origins = new Set<string>();
  readonly #hosts: ReadonlySet<string>;
  readonly #folders: readonly string[];

  /** @param entry the location of the WSDL */
  constructor(entry: string, { allowImportHosts, allowImportFolders }: ImportOptions) {
    this.#entry = entry;
    this.#hosts = new Set(allowImportHosts?.map((host) => host.toLowerCase()));
    const own = isRemote(entry) ? [] : [dirname(entry)];
    this.#folders = [...own, ...(allowImportFolders ?? [])].map((folder) => resolve(folder));
    if (isRemote(entry)) this.addOrigin(entry);
  }

  /** Adds the origin of the WSDL itself after a redirect. */
  addOrigin(url: string): void {
    this.#origins.add(new URL(url).origin);
  }

  /**
   * @param from the document that imports it
   * @throws WsdlError (`NOT_ALLOWED`)
   */
  async check(target: string, from: string): Promise<void> {
    if (isRemote(target)) this.checkUrl(target, target);
    else if (!isRemote(from)) await this.#checkFile(target);
    else throw new WsdlError("NOT_ALLOWED", `${target} ${NOT_HTTP}`);
  }

  /**
   * @param what the URL for the message, with what leads there
   * @throws WsdlError (`NOT_ALLOWED`)
   */
  checkUrl(url: string, what: string): void {
    const { protocol, origin, hostname, host } = new URL(url);
    if (!/^https?:$/.test(protocol)) throw new WsdlError("NOT_ALLOWED", `${what} ${NOT_HTTP}`);
    if (this.#origins.has(origin) || this.#hosts.has(hostname) || this.#hosts.has(host)) return;
    const rule = isRemote(this.#entry)
      ? "is not of the origin of the WSDL"
      : "is not a file, as the WSDL is";
    const message = `${what} ${rule}, and is not read. If you trust its host, allow it with allowImportHosts (--allow-import-host ${host}).`;
    throw new WsdlError("NOT_ALLOWED", message);
  }

  async #checkFile(target: string): Promise<void> {
    const file = await realPath(target);
    for (const folder of this.#folders) {
      if (isInside(await realPath(folder), file)) return;
    }
    const folder = dirname(file);
    const message = `${target} is outside of the folder of the WSDL, and is not read. If you trust the WSDL, allow its folder with allowImportFolders (--allow-import-folder ${folder}).`;
    throw new WsdlError("NOT_ALLOWED", message);
  }
}

/** The path without symbolic links, so that none leads out of a folder; of a missing file the real path of its folder. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const absolute = resolve(path);
    const parent = dirname(absolute);
    return parent === absolute
      ? absolute
      : resolve(await realPath(parent), relative(parent, absolute));
  }
}

function isInside(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
