/** A call of the Common API as a promise; an answer that is no success is thrown as Office's own error. */
export function answered<T>(call: (done: (answer: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(error as unknown as Error);
    });
  });
}
