// What our topics, services and actions are called at ROS's door: relative to the namespace in which a node is started.

/** A name with a leading slash is absolute in ROS, and `-r __ns:=/room_3` moves it nowhere; ours all belong to one robot. */
export const rosName = (name: string): string => name.replace(/^\//, "");
