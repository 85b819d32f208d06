/** Words that every window shares. A text with a number in it has a form for one and a form for more (`_one`, `_other`). */
export const common = {
  button: {
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
  },
} as const;
