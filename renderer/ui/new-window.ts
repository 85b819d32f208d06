let isAsked = false;

/** Does something that opens a place, and lets the place open in a window of its own. */
export function inNewWindow(work: () => void): void {
  isAsked = true;
  try {
    work();
  } finally {
    isAsked = false;
  }
}

/** Whether what is being done now is to open in a window of its own. */
export function isForNewWindow(): boolean {
  return isAsked;
}
