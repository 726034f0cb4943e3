package jp.madoguchi.devices.print;

/**
 * What is to be printed: A4, on both sides, unscaled.
 *
 * @param name opaque, the only name the printer ever sees; nothing personal
 * @param pdf the document; the caller owns the array and wipes it
 * @param sides printed sides of the whole job (impressions), blank ones included
 * @param sheets sheets of paper of the whole job
 */
@SuppressWarnings("ArrayRecordComponent") // a document is not copied: every copy would have to be wiped
public record PrintJob(String name, byte[] pdf, int sides, int sheets) {}
