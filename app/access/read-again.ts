interface Answered {
  /** The status of the answer to what was posted; none where nothing was. */
  readonly actionStatus?: number | undefined;
  readonly defaultShouldRevalidate: boolean;
}

/**
 * Has a page read anew what it shows when what was posted to it is refused. Where somebody else was faster, the page then shows
 * how it stands, and its form names that version the next time; otherwise whoever tries again would be refused for ever. A
 * browser without scripts gets the whole page anew anyway.
 */
export const readAgain = ({ actionStatus, defaultShouldRevalidate }: Answered): boolean =>
  actionStatus === 422 || defaultShouldRevalidate;
