/** Sets a field of its own, whatever it is called: an assignment to `__proto__` sets none. */
export function setOwn(target: { [name: string]: unknown }, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}
