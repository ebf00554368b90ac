/** Every page of the extension by keyboard alone. */
import { surfaceTasks } from "../support/surface-tasks";

surfaceTasks(["keyboard"]);
