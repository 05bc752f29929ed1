/** The table of docs/compatibility.md. */

export interface Row {
  readonly environment: string;
  /** How the program imports the package, and other settings that matter. */
  readonly how: string;
}

export function compatibilityPage(rows: readonly Row[]): string {
  const cells = rows.map(({ environment, how }) => `| ${environment} | ${how} | works |`);
  return `${HEADER}${cells.join("\n")}\n`;
}

const HEADER = `<!-- Written by \`npx vitest run test/package/compatibility.test.ts -u\`, from what the test ran. -->

# Compatibility

The test \`test/package/compatibility.test.ts\` packs the project, installs the tarball, and uses it in each of these environments.

- A compiler type-checks a program with \`strict\` that imports every subpath and narrows an outcome by its status.
- A runtime runs a program that signs in to the simulator by password (the session is a cookie), requests a PIN and gets its email.
- A bundler bundles this program, and a worker or headless Chromium runs the bundle.

| Environment | How | Result |
| --- | --- | --- |
`;
