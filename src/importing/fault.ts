/** A file that cannot be imported: why, and what to do, in one Chinese sentence or two. */
export class ImportFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImportFault';
  }
}
