import { fail, success, type Result } from "../../core/result/index.js";
import { answered } from "./answered.js";

/**
 * Custom XML parts through the Common API, which every Word has. Each call is a round trip of its own; those that do not
 * wait for each other go out together.
 */
async function partsOf(namespace: string): Promise<readonly Office.CustomXmlPart[]> {
  return answered<Office.CustomXmlPart[]>((done) =>
    Office.context.document.customXmlParts.getByNamespaceAsync(namespace, done),
  );
}

function nodesAt(part: Office.CustomXmlPart, xpath: string): Promise<readonly Office.CustomXmlNode[]> {
  return answered<Office.CustomXmlNode[]>((done) => part.getNodesAsync(xpath, done));
}

/**
 * Sets the text of nodes right below the root, in their order; null leaves one. Bound controls follow at once.
 * Failure `changed-since`: the part has other nodes by now.
 */
export async function setNodeTexts(namespace: string, texts: readonly (string | null)[]): Promise<Result<void>> {
  const [part] = await partsOf(namespace);
  const nodes = part ? await nodesAt(part, "/*/*") : [];
  if (nodes.length !== texts.length) return partChanged;
  await Promise.all(
    texts.flatMap((text, index) => {
      const node = nodes[index];
      return text === null || !node ? [] : [answered((done) => node.setTextAsync(text, done))];
    }),
  );
  return success(undefined);
}

/** Replaces the root of the part, which stays the part that controls are bound to. Adds a part where there is none. */
export async function setPart(namespace: string, xml: string): Promise<void> {
  const [part] = await partsOf(namespace);
  if (!part) {
    await answered<Office.CustomXmlPart>((done) => Office.context.document.customXmlParts.addAsync(xml, done));
    return;
  }
  const [root] = await nodesAt(part, "/*");
  if (root) await answered((done) => root.setXmlAsync(xml, done));
}

const partChanged = fail(
  "changed-since",
  "文档里的数字在此期间有增减，请重新查看计划。",
  "Figures came or went in the document meanwhile. Make the plan again.",
);
