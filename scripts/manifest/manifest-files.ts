import { manifestText } from "./manifest-text.js";

/** Where `npm start` serves the add-in on a development machine. */
export const developmentAddress = "https://localhost:3000";

/** The manifests of the repository: file name → text. `version` is that of package.json. */
export function manifestFiles(address: string, version: string): Readonly<Record<string, string>> {
  const officeVersion = `${version}.0`;
  return {
    "manifest.xml": manifestText({ address, version: officeVersion, sharedRuntime: true }),
    "manifest.no-shared-runtime.xml": manifestText({ address, version: officeVersion, sharedRuntime: false }),
  };
}
