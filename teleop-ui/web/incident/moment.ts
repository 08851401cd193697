// A list of what happened begins at the moment of the stop; what was before is above it.
import { useEffect, useRef } from "react";

/** For a list whose first entry at or after the stop is marked data-moment or data-after. */
export function useMomentInView(shown: unknown) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const element = list.current;
    const first = element?.querySelector<HTMLElement>("[data-moment=true], [data-after=true]");
    if (element && first) element.scrollTop = first.offsetTop - first.offsetHeight;
  }, [shown]);
  return list;
}
