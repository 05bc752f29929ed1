/** The modules that references name. */

export type Module = GeneratedModule | ExternalModule;

export interface GeneratedModule {
  readonly kind: "generated";
  /** The path below the output folder, without an extension: `types`, `types/orders`. */
  readonly path: string;
}

export interface ExternalModule {
  readonly kind: "external";
  /** A relative one starts at the output folder. */
  readonly specifier: string;
}

export function generatedModule(path: string): GeneratedModule {
  return { kind: "generated", path };
}

export function externalModule(specifier: string): ExternalModule {
  return { kind: "external", specifier };
}

/** The specifier that imports a module from a generated file. */
export function specifierOf(module: Module, from: GeneratedModule, extension: string): string {
  const up = "../".repeat(from.path.split("/").length - 1);
  if (module.kind === "external") {
    const isBelow = up !== "" && module.specifier.startsWith("./");
    if (isBelow) return up + module.specifier.slice(2);
    return module.specifier.startsWith(".") ? up + module.specifier : module.specifier;
  }
  const folder = from.path.slice(0, from.path.lastIndexOf("/") + 1);
  const isBeside = module.path.startsWith(folder);
  return isBeside
    ? `./${module.path.slice(folder.length)}${extension}`
    : `${up}${module.path}${extension}`;
}
