// What is said on the line: the group's name first, and a last word where it ends in order.

/** After each word. */
export const END = "\n";
/** No group's name. */
export const BYE = "-";
/** [characters] of a word. */
export const LONGEST = 64;
/** The name of a group: as ROS names are, REP-144. */
export const NAME = /^[a-z][a-z0-9_]*$/;
