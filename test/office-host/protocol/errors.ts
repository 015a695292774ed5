/** Codes and English sentences as Excel answers them; the codes are the public `Excel.ErrorCodes`. */
const sentences = {
  AccessDenied: [403, "You cannot perform the requested operation."],
  ApiNotFound: [
    404,
    "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  ],
  GeneralException: [500, "There was an internal error while processing the request."],
  InvalidArgument: [400, "The argument is invalid or missing or has an incorrect format."],
  InvalidObjectPath: [400, "The object path is not working for what you are trying to do."],
  InvalidOperation: [400, "This operation is not permitted for the current object."],
  InvalidSelection: [400, "The current selection is invalid for this operation."],
  InvalidReference: [400, "This reference is not valid for the current operation."],
  ItemAlreadyExists: [409, "A resource with the same name or identifier already exists."],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  MergedRangeConflict: [
    409,
    "Cannot complete the operation. A table can't overlap with a PivotTable report, query results, merged cells, or an XML Map.",
  ],
  RangeExceedsLimit: [400, "The cell count in the range has exceeded the maximum supported number."],
} as const satisfies Record<string, readonly [number, string]>;

export type HostErrorCode = keyof typeof sentences;

/** Stops a batch at the action that raised it; what went before stays done. */
export class HostError extends Error {
  readonly httpStatus: number;
  /** `Range.values`; filled in by the processor, which knows the member. */
  location = "";

  constructor(
    readonly code: HostErrorCode,
    message?: string,
  ) {
    super(message ?? sentences[code][1]);
    this.httpStatus = sentences[code][0];
  }
}

/** Answers of the transport itself: the batch was not looked at. */
export const transportStatus = {
  ok: 0,
  /** The person is typing in a cell (`InvalidOperationInCellEditMode`). */
  cellEditing: 5004,
  invalidSession: 5012,
  modalDialogOpen: 5016,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  generic: 5001,
} as const;
