// English texts of a simulated world's time.
import type { timeKo } from "./time-ko.ts";

export const timeEn: Readonly<Record<keyof typeof timeKo, string>> = {
  "time.title": "Simulated time",
  "time.paused": "Paused",
  "time.running": "Time goes",
  "time.restoring": "Going back, {{percent}} %",
  "time.at": "{{seconds}} s",
  "time.rate": "{{speed}}×",
  "time.held": "Computer busy: really {{pace}}×",
  "time.pause": "Pause time",
  "time.run": "Let time go",
  "time.steps": "Go on a little, then pause",
  "time.step": "+{{seconds}} s",
  "time.speed": "Speed",
  "time.moment": "Name of the moment",
  "time.save": "Save this moment",
  "time.restore": "Go back to this moment",
  "time.kept": "Moment kept: {{name}}",
  "time.after": "After going back the robot is stopped: press reset, confirm and start in turn.",
};
