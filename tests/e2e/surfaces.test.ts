/** Every page of the extension by keyboard alone, by touch and by mouse. */
import { surfaceTasks } from "../support/surface-tasks";

surfaceTasks(["keyboard", "touch", "mouse"]);
