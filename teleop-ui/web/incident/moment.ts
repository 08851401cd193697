// A list of what happened begins at the moment of the stop; what was before is above it.

/** Given to a list as its ref: its first entry at or after the stop is marked data-moment or data-after. */
export function showMoment(list: HTMLOListElement | null) {
  const first = list?.querySelector<HTMLElement>("[data-moment=true], [data-after=true]");
  if (list && first) list.scrollTop = first.offsetTop - first.offsetHeight;
}
