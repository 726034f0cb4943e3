/**
 * The hands of a visit: each owns a device, the center or the ledger on a thread of its own, writes the durable fact, acts,
 * and posts the answer back as an event.
 */
@NullMarked
package jp.madoguchi.kiosk.act;

import org.jspecify.annotations.NullMarked;
