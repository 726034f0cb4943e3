/** The ledger: money, print and report facts in SQLite, each durable before the act it announces. Ids and amounts only. */
@NullMarked
package jp.madoguchi.kiosk.ledger;

import org.jspecify.annotations.NullMarked;
