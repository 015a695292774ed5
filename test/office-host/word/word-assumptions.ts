/**
 * What the emulated Word answers where nobody has shown us a real Word's answer, or where reports of others say how it
 * behaves. Each entry is one decision; whoever gets ground truth changes it here.
 */
export const wordAssumptions = {
  /** Reported: setting the text of a node that has none fails with the error of custom XML. */
  setTextOfEmptyNode: 6100,
  /** Reported: XML with a declaration is not taken. */
  xmlWithDeclaration: 6100,
  /** A node that is there no longer. */
  nodeGone: 6000,
  /** Replacing the root of a part keeps the part, its id, and the bindings to it. */
  replacedRootKeepsBindings: true,
  /** Bound controls inside inserted content find the part of the document by its store id. */
  insertedControlsBindByStore: true,
  /** Inserting into a control whose content is locked, or into a read-only document. */
  writeRefused: "AccessDenied",
  /** `contentControls` lists rich-text controls only, in every version. */
  listsPlainText: false,
  /** From this version on the control around the cursor may be a plain-text one. */
  plainTextControlsFrom: "1.5",
} as const;
