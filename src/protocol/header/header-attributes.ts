/** The attributes of a block of a message's Header (SOAP 1.1 §4.2.2, §4.2.3; SOAP 1.2 part 1 §5.2). */
export interface HeaderBlockAttributes {
  /** Whether a receiver that does not understand the block has to respond with a fault; default `false`. */
  readonly mustUnderstand?: boolean;
  /**
   * The URI of the receiver: `actor` in SOAP 1.1, `role` in SOAP 1.2. `next` is the first node that gets the message.
   * Default: the last receiver.
   */
  readonly role?: string;
  /** Whether a receiver that does not understand the block passes it on. Only in SOAP 1.2; default `false`. */
  readonly relay?: boolean;
}
