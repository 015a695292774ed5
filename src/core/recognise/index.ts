/**
 * From snapshots to annexes: which cell plays which role, how sure, and why not.
 * May not live here: what the cells say (facts), labels of any form (those are packs).
 */
export { assignRole, type RoleChoice } from "./assign-role.js";
export { labelText, type LabelText } from "./label.js";
export * from "./placed.js";
export { recognise, type Recognition } from "./recognise.js";
export {
  recognitionOutline,
  type AnnexOutline,
  type RecognitionOutline,
  type RoleOutline,
} from "./recognition-outline.js";
export type { LapsedAssignment, RoleAssignment } from "./role-assignment.js";
export { roleNamesOf, titleRole } from "./role-names.js";
