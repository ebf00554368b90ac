/** Every page of the extension by touch and by mouse. */
import { surfaceTasks } from "../support/surface-tasks";

surfaceTasks(["touch", "mouse"]);
