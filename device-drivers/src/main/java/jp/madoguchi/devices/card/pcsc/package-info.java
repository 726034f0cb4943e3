/**
 * The card port on PC/SC by way of javax.smartcardio, and the only package that knows it. Traps of the JDK's provider are
 * named where they are avoided.
 */
@NullMarked
package jp.madoguchi.devices.card.pcsc;

import org.jspecify.annotations.NullMarked;
