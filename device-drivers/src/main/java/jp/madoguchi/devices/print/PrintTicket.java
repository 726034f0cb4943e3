package jp.madoguchi.devices.print;

/**
 * What is known of a job without its document: enough to ask after it, after a restart too.
 *
 * @param name opaque, the only name the printer ever sees, given to no other job; nothing personal
 * @param sides printed sides of the whole job (impressions), blank ones included
 * @param sheets sheets of paper of the whole job
 */
public record PrintTicket(String name, int sides, int sheets) {}
