import type { Operation } from "../../schema/index.js";

/** The members of a message by name, if only the contract states their types. */
export type Fields = Readonly<Record<string, unknown>>;

/** An operation whose messages are known at run time only. `isOutcomeOperation` narrows it. */
export type ContractOperation = Operation<Fields, Fields, Fields, Fields, Fields>;
