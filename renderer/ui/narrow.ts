/** Windows narrower than this (a 1366 pixel screen at 150 %) show the navigation as icons and put side panes below. */
export const narrowWindow = '@media (max-width: 1080px)';
