/**
 * The version of the data's form, in every file that has room for it. It follows semver.org: the first number rises
 * when a field goes, or means something else; the second when a field or a file is added; the third when only words
 * that describe them change. It says nothing of the content: the same content gives the same bytes.
 */
export const DATA_VERSION = '1.1.0';
