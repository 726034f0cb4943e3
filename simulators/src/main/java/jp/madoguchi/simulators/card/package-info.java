/**
 * A JPKI card as bytes in and bytes out, the test PKI that issues it, and the two readers that it can lie on: a
 * javax.smartcardio provider inside the JVM and vpcd outside. Written from the specifications of the card alone.
 */
@NullMarked
package jp.madoguchi.simulators.card;

import org.jspecify.annotations.NullMarked;
