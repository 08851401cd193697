// rclnodejs as seen where no ROS is sourced, so where it is not installed: rcl.ts declares the part that we use.
declare module "rclnodejs" {
  const rcl: unknown;
  export default rcl;
}
