/**
 * The answer of anything that may fail for a reason the user can act on. Expected failures are answers, never exceptions:
 * class, code and fields of an exception do not survive a worker or process boundary. Only bugs throw.
 */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const success = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const failure = <Failure>(reason: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: reason,
});
