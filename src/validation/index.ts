export {
  incomingError,
  outgoingError,
  textError,
  type ValidatedMessage,
} from "./message-errors.js";
