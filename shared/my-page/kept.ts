/** Makes a value for each key once: a format of `Intl` costs far more to make than to use, and a run uses it for each mail. */
export function kept<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
