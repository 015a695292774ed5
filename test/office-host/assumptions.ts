/**
 * What the emulated host answers where nobody has shown us a real Excel's answer. Each entry is one decision; whoever
 * gets ground truth changes it here. Documented behaviour does not belong here.
 */
export const assumptions = {
  /** A method, property or load on an object path whose parent is a null object. */
  memberOfNullObject: "InvalidObjectPath",
  /** `load` of a property that the type does not have. */
  unknownProperty: "InvalidArgument",
  /** `load` or call of a member whose requirement set is above the host's. */
  memberAboveRequirementSet: "ApiNotFound",
  /** Writing a locked cell of a protected sheet, or anything in a workbook opened read-only. */
  writeRefused: "AccessDenied",
  /** `activate` and `select` on a sheet that is hidden. */
  activateHiddenSheet: "InvalidOperation",
  /** `getMergedAreasOrNullObject` above its documented limit of 512 areas "will fail": the code is not documented. */
  tooManyMergedAreas: "GeneralException",
  mergedAreaLimit: 512,
  /** A value written into a covered cell of a merge is dropped without an error, as by pasting. */
  writeIntoCoveredCell: "ignored",
  /** One `onChanged` per property set (so one per chunk of a large write), sent after the whole batch. */
  changedEventPerSet: true,
  /** Setting formats, protection or hidden rows raises no `onChanged`. */
  formatRaisesChanged: false,
  /** `RangeAreas.address` joins its parts with a comma and no blank. */
  areasSeparator: ",",
  /** Typed text that is taken for a date: year first, `-`, `/` or 年月日 (locale zh-CN); the cell gets this format. */
  typedDateFormat: "yyyy/m/d",
  /** A batch that only reads (queries, select, activate) leaves the person's undo list alone in every mode. */
  readsKeepUndoList: true,
  /**
   * `mergeUndoGroup` (ExcelApi 1.20) is unknown to the npm build of office.js, so nothing arrives on the wire; in the mode
   * `merged` the host joins all writing batches between two acts of the person.
   */
  mergedGroupEndsWithNextActOfPerson: true,
  /** A request that is refused because a modal dialog is open answers transport status 5016, reads included or not. */
  modalDialogRefusesReads: false,
  /** Delay between the end of a batch and the delivery of its events, in milliseconds. */
  eventDelayMs: 1,
} as const;
