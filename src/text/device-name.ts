/** A whole name, or the part of it before the first dot, that Windows keeps for devices: no file can have it there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** @param name of a file, without its folder */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);
