/**
 * Expected failures are values. What lives here: the result type and the sentence for people that a
 * failure carries. What may not: exceptions (those are bugs), codes of a particular room.
 */

/** A sentence in both languages of the product; Chinese is the one that must read well. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** What happened, where, and what to do, with a stable code for programs. */
export interface Failure {
  readonly code: string;
  readonly message: LocalText;
}

export type Result<T, F extends Failure = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failure<F extends Failure>(problem: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure: problem };
}

export function fail(code: string, zh: string, en: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, message: { zh, en } } };
}
