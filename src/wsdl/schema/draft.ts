/** A component while it is made: what others refer to already, and what is still to be filled in. */
export type Draft<Component> = { -readonly [Key in keyof Component]: Component[Key] };
