/**
 * The cash port on ccTalk (Serial Communication Protocol Generic Specification 4.6, parts 1 to 3): acceptors, hoppers, one wire with one
 * owner.
 */
@NullMarked
package jp.madoguchi.devices.cash.cctalk;

import org.jspecify.annotations.NullMarked;
